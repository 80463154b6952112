import { Line } from './line.js';
import { Sound } from './sound.js';
import { Voices } from './voices.js';

/**
 * A softphone on the telephone network of this machine, in the shape of the official browser SDK (@twilio/voice-sdk 2.x):
 * Device with register, unregister, destroy, updateToken and its events, Call with accept, reject, ignore, disconnect, mute, sendDigits
 * and its events. What goes beyond the SDK is the Call's event "hears": what the network plays on this leg, in words.
 */
class Emitter {
  #handlers = new Map();

  on(event, handler) {
    this.#handlers.set(event, [...this.#of(event), handler]);
    return this;
  }

  addListener(event, handler) {
    return this.on(event, handler);
  }

  once(event, handler) {
    const once = (...details) => {
      this.off(event, once);
      handler(...details);
    };
    return this.on(event, once);
  }

  off(event, handler) {
    this.#handlers.set(event, this.#of(event).filter(known => known !== handler));
    return this;
  }

  removeListener(event, handler) {
    return this.off(event, handler);
  }

  removeAllListeners(event) {
    if (event === undefined) {
      this.#handlers.clear();
    } else {
      this.#handlers.delete(event);
    }
    return this;
  }

  emit(event, ...details) {
    this.#of(event).forEach(handler => handler(...details));
  }

  #of(event) {
    return this.#handlers.get(event) ?? [];
  }
}

export class Device extends Emitter {
  static State = Object.freeze({ Destroyed: 'destroyed', Registered: 'registered', Registering: 'registering', Unregistered: 'unregistered' });

  #token;
  #options;
  #line = null;
  #open = false;
  #state = Device.State.Unregistered;
  #identity = null;
  #calls = new Map();
  #sound = new Sound();
  #rings = true;

  /** As in the SDK: incoming(false) leaves the ring to the page. */
  audio = { incoming: on => (on === undefined ? this.#rings : (this.#rings = on)) };

  /**
   * @param token an access token with an identity in its grants, or the identity itself
   * @param options allowIncomingWhileBusy as in the SDK; path, where the network listens
   */
  constructor(token, options = {}) {
    super();
    this.#token = token;
    this.#options = { path: '/phone/device', allowIncomingWhileBusy: false, ...options };
  }

  get state() {
    return this.#state;
  }

  get identity() {
    return this.#identity;
  }

  get isBusy() {
    return this.calls.some(call => call.status() === 'open');
  }

  get calls() {
    return [...this.#calls.values()];
  }

  /** Asks for calls; done when the network brings them here. */
  register() {
    if (this.#state === Device.State.Destroyed) {
      return Promise.reject(new Error('The device is destroyed.'));
    }
    const done = new Promise((resolve, reject) => {
      const settle = finish => detail => {
        this.off('registered', registered);
        this.off('error', failed);
        finish(detail);
      };
      const registered = settle(resolve);
      const failed = settle(reject);
      this.on('registered', registered).on('error', failed);
    });
    this.#become(Device.State.Registering);
    this.#connect();
    if (this.#open) {
      this.#line.send({ type: 'register', token: this.#token });
    }
    return done;
  }

  async unregister() {
    this.#disconnect();
    this.#become(Device.State.Unregistered);
  }

  destroy() {
    this.#disconnect();
    this.#become(Device.State.Destroyed);
    this.removeAllListeners();
  }

  updateToken(token) {
    this.#token = token;
  }

  disconnectAll() {
    this.calls.forEach(call => call.disconnect());
  }

  #connect() {
    if (this.#line) {
      return;
    }
    const line = this.#line = new Line(this.#options.path);
    const about = (event, tell) => line.addEventListener(event, ({ detail }) => {
      const call = this.#calls.get(detail.call);
      if (call) {
        tell(call, detail);
      }
    });
    line.addEventListener('welcome', () => {
      this.#open = true;
      if (this.#state !== Device.State.Unregistered) {
        line.send({ type: 'register', token: this.#token });
      }
    });
    line.addEventListener('registered', ({ detail }) => {
      this.#identity = detail.identity;
      this.#become(Device.State.Registered);
    });
    line.addEventListener('refused', ({ detail }) => this.emit('error', new Error(detail.reason)));
    line.addEventListener('lost', () => {
      this.#open = false;
      this.calls.forEach(call => call.over());
      if (this.#state === Device.State.Registered) {
        this.emit('unregistered');
        this.#become(Device.State.Registering);
      }
    });
    line.addEventListener('incoming', ({ detail }) => this.#ring(detail));
    about('status', (call, { value }) => call.becomes(value));
    for (const event of ['play', 'say', 'tones', 'tone', 'silence']) {
      about(event, (call, detail) => call.hears(detail));
    }
    about('peers', (call, { list }) => call.voices.connect(list));
    about('fromPeer', (call, { peer, data }) => call.voices.receive(peer, data));
  }

  #disconnect() {
    this.calls.forEach(call => call.disconnect());
    this.#line?.close();
    this.#line = null;
    this.#open = false;
  }

  #ring(detail) {
    if (this.isBusy && !this.#options.allowIncomingWhileBusy) {
      return;
    }
    const call = new Call(detail, this.#sound, command => this.#line?.send(command), () => this.#calls.delete(detail.call), this.#rings);
    this.#calls.set(detail.call, call);
    this.emit('incoming', call);
  }

  #become(state) {
    if (this.#state !== state) {
      this.#state = state;
      this.emit(state, this);
    }
  }
}

export class Call extends Emitter {
  static State = Object.freeze({
    Closed: 'closed', Connecting: 'connecting', Open: 'open', Pending: 'pending', Reconnecting: 'reconnecting', Ringing: 'ringing',
  });

  direction = 'INCOMING';
  parameters;
  customParameters;
  voices;

  #sound;
  #send;
  #gone;
  #status = Call.State.Pending;
  #refused = false;
  #volume = 0;

  constructor({ call, from, to, parameters }, sound, send, gone, rings = true) {
    super();
    this.parameters = { CallSid: call, From: from, To: to };
    this.customParameters = new Map(Object.entries(parameters));
    this.#sound = sound;
    this.#send = command => send({ ...command, call });
    this.#gone = gone;
    this.voices = new Voices(sound, (peer, data) => this.#send({ type: 'toPeer', peer, data }));
    this.voices.addEventListener('deaf', () => this.emit('warning', 'no-microphone'));
    if (rings) {
      sound.signal('ringing');
    }
  }

  status() {
    return this.#status;
  }

  /** Answers; call it from a click or a key, so that the browser lets the voice be heard. */
  accept() {
    if (this.#status === Call.State.Pending) {
      this.#status = Call.State.Connecting;
      this.#sound.signal(null);
      this.#sound.wake().then(() => this.#send({ type: 'accept' }));
    }
  }

  reject() {
    if (this.#status === Call.State.Pending) {
      this.#refused = true;
      this.#sound.signal(null);
      this.#send({ type: 'reject' });
    }
  }

  /** Stops ringing here; the caller goes on hearing it ring. */
  ignore() {
    if (this.#status === Call.State.Pending) {
      this.#status = Call.State.Closed;
      this.#sound.signal(null);
      this.#gone();
    }
  }

  disconnect() {
    if (this.#status !== Call.State.Closed) {
      this.#send({ type: 'hangUp' });
    }
  }

  mute(on = true) {
    if (on !== this.voices.muted) {
      this.voices.mute(on);
      this.emit('mute', on, this);
    }
  }

  isMuted() {
    return this.voices.muted;
  }

  sendDigits(digits) {
    [...digits].forEach(key => this.#sound.key(key));
    this.#send({ type: 'press', keys: digits });
  }

  /** The network tells how the call stands. */
  becomes(status) {
    if (status === 'in-progress') {
      this.#status = Call.State.Open;
      this.#volume = setInterval(() => this.emit('volume', 0, this.#sound.level()), 50);
      this.emit('accept', this);
    } else if (!['queued', 'initiated', 'ringing'].includes(status)) {
      this.over();
    }
  }

  /** The network lets something be heard on this leg. */
  hears(detail) {
    if (this.#status !== Call.State.Open) {
      return;
    }
    switch (detail.type) {
      case 'play':
        if (detail.audio) {
          this.#sound.play(detail.audio).catch(() => this.emit('warning', 'unplayable'));
        }
        break;
      case 'say':
        detail.spoken = Boolean(detail.language) && this.#sound.say(detail.text, detail.language);
        break;
      case 'tones':
        this.#sound.keys(detail.digits);
        break;
      case 'tone':
        this.#sound.signal(detail.kind);
        break;
      default:
        this.#sound.silence();
    }
    this.emit('hears', detail);
  }

  over() {
    if (this.#status === Call.State.Closed) {
      return;
    }
    const was = this.#status;
    this.#status = Call.State.Closed;
    clearInterval(this.#volume);
    this.voices.close();
    this.#sound.silence();
    this.#gone();
    this.emit(this.#refused ? 'reject' : was === Call.State.Open ? 'disconnect' : 'cancel', this);
  }
}
