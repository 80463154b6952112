import { readWave } from './wave.js';

/** The two tones of each key, in hertz (ITU-T Q.23). */
const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477];
const KEYS = ['123', '456', '789', '*0#'];

/** What is played to whoever waits where the application names no music: a slow chord, one note after another. */
const MUSIC = [261.63, 329.63, 392.00, 523.25, 392.00, 329.63];

/** The tone of Polish exchanges, in hertz: ringing is 1 s in 5, the end of a call half a second in one. */
const EXCHANGE = 425;

/** What is heard in the receiver: recordings one after another, spoken text, tones. */
export class Sound {
  #context = null;
  #receiver;
  #analyser;
  #frame;
  #sources = new Set();
  #ends = 0;
  #signal = 0;

  /** Browsers play nothing before the visitor has clicked or pressed a key: call this from such a moment. */
  async wake() {
    if (!this.#context) {
      this.#context = new AudioContext({ latencyHint: 'interactive' });
      this.#receiver = this.#context.createGain();
      this.#analyser = new AnalyserNode(this.#context, { fftSize: 512 });
      this.#frame = new Float32Array(this.#analyser.fftSize);
      this.#receiver.connect(this.#analyser).connect(this.#context.destination);
    }
    await this.#context.resume();
  }

  /** Plays a recording behind those that are still to be heard. */
  async play(audio) {
    if (!this.#context) {
      return;
    }
    this.#quiet();
    const wave = readWave(audio);
    let buffer;
    if (wave) {
      buffer = this.#context.createBuffer(1, Math.max(1, wave.samples.length), wave.sampleRate);
      buffer.copyToChannel(wave.samples, 0);
    } else {
      buffer = await this.#context.decodeAudioData(audio);
    }
    const source = new AudioBufferSourceNode(this.#context, { buffer });
    source.connect(this.#receiver);
    const start = Math.max(this.#context.currentTime, this.#ends);
    source.start(start);
    this.#ends = start + buffer.duration;
    this.#sources.add(source);
    source.addEventListener('ended', () => this.#sources.delete(source));
  }

  /** Reads text aloud when the browser has a voice for its language; false when it has none. */
  say(text, language) {
    this.signal(null);
    const voice = voiceFor(language);
    if (!voice) {
      return false;
    }
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = language;
    speechSynthesis.speak(utterance);
    return true;
  }

  /**
   * Lets the voice of a page elsewhere be heard.
   * @returns {{ heard: (on: boolean) => void, end: () => void }}
   */
  voice(stream) {
    const gain = new GainNode(this.#context, { gain: 0 });
    const source = this.#context.createMediaStreamSource(stream);
    source.connect(gain).connect(this.#receiver);
    // Chromium brings a remote voice into a graph only while an element plays it too.
    const element = new Audio();
    element.srcObject = stream;
    element.muted = true;
    element.play().catch(() => {});
    return {
      heard: on => gain.gain.setTargetAtTime(on ? 1 : 0, this.#context.currentTime, 0.01),
      end: () => {
        source.disconnect();
        gain.disconnect();
        element.srcObject = null;
      },
    };
  }

  /** Stops everything that is heard or still to be heard; voices from elsewhere go on. */
  silence() {
    for (const source of this.#sources) {
      source.stop();
    }
    this.#sources.clear();
    this.#ends = 0;
    this.#quiet();
  }

  /** The tone of a key, heard by whoever presses it. */
  key(key) {
    const row = KEYS.findIndex(keys => keys.includes(key));
    if (row >= 0) {
      this.#tones([ROWS[row], COLUMNS[KEYS[row].indexOf(key)]], 0, 0.12, 0.06, this.#context?.destination);
    }
  }

  /** Keys that the far end sends. */
  keys(digits) {
    [...digits].forEach((key, i) => {
      const row = KEYS.findIndex(keys => keys.includes(key));
      if (row >= 0) {
        this.#tones([ROWS[row], COLUMNS[KEYS[row].indexOf(key)]], i * 0.5, 0.2, 0.1, this.#receiver);
      }
    });
  }

  /** A signal of the network, until something else is heard: ringing, holdMusic or beep; null for none. */
  signal(kind) {
    clearInterval(this.#signal);
    if (!this.#context) {
      return;
    }
    const repeat = (every, play) => {
      play(0);
      let count = 1;
      this.#signal = setInterval(() => play(count++), every);
    };
    if (kind === 'ringing') {
      repeat(5000, () => this.#tones([EXCHANGE], 0, 1, 0.08, this.#receiver));
    } else if (kind === 'holdMusic') {
      repeat(900, i => this.#tones([MUSIC[i % MUSIC.length], MUSIC[i % MUSIC.length] / 2], 0, 0.85, 0.04, this.#receiver));
    } else if (kind === 'beep') {
      this.#tones([1000], 0, 0.25, 0.08, this.#receiver);
    }
  }

  /** Three tones that say the call is over. */
  over() {
    for (let i = 0; i < 3; i++) {
      this.#tones([EXCHANGE], 0.1 + i, 0.5, 0.06, this.#context?.destination);
    }
  }

  /** How loud the receiver is now: the root mean square of the samples, 0 to 1. */
  level() {
    if (!this.#context) {
      return 0;
    }
    this.#analyser.getFloatTimeDomainData(this.#frame);
    return Math.sqrt(this.#frame.reduce((sum, sample) => sum + sample * sample, 0) / this.#frame.length);
  }

  #tones(frequencies, after, seconds, volume, into) {
    if (!this.#context) {
      return;
    }
    const start = this.#context.currentTime + after;
    const gain = new GainNode(this.#context, { gain: 0 });
    gain.connect(into);
    gain.gain.setTargetAtTime(volume, start, 0.005);
    gain.gain.setTargetAtTime(0, start + seconds - 0.02, 0.005);
    for (const frequency of frequencies) {
      const tone = new OscillatorNode(this.#context, { frequency });
      tone.connect(gain);
      tone.start(start);
      tone.stop(start + seconds + 0.05);
      if (into === this.#receiver) {
        this.#sources.add(tone);
        tone.addEventListener('ended', () => this.#sources.delete(tone));
      }
    }
  }

  #quiet() {
    this.signal(null);
    globalThis.speechSynthesis?.cancel();
  }
}

function voiceFor(language) {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  const wanted = language.toLowerCase();
  const tagOf = voice => voice.lang.replace('_', '-').toLowerCase();
  return voices.find(voice => tagOf(voice) === wanted) ?? voices.find(voice => tagOf(voice).split('-')[0] === wanted.split('-')[0]);
}
