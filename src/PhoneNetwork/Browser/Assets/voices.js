/**
 * Voices between this page and the others that a call is connected with. Who hears whom is the network's decision; the voices go
 * from browser to browser. On one machine no server is needed for that, so none is asked.
 */
export class Voices extends EventTarget {
  #sound;
  #send;
  #peers = new Map();
  #microphone = null;
  #muted = false;
  #closed = false;

  /** @param send hands a message to the page of another call: (call, data) => void */
  constructor(sound, send) {
    super();
    this.#sound = sound;
    this.#send = send;
  }

  /** The connections from now on; those that are not in the list end. */
  async connect(list) {
    const wanted = new Map(list.map(peer => [peer.call, peer]));
    for (const [call, peer] of this.#peers) {
      if (!wanted.has(call)) {
        peer.close();
        this.#peers.delete(call);
      }
    }
    for (const peer of list) {
      const known = this.#peers.get(peer.call);
      if (known) {
        known.change(peer);
      } else {
        this.#peers.set(peer.call, new Peer(peer, this.#sound, data => this.#send(peer.call, data), state => this.#tell('state', state)));
      }
    }
    if (list.some(peer => peer.hears)) {
      await this.#openMicrophone();
    }
    this.#speak();
  }

  receive(call, data) {
    this.#peers.get(call)?.receive(data);
  }

  /** Keeps the own voice from everybody, or not. */
  mute(on) {
    this.#muted = on;
    this.#speak();
  }

  get muted() {
    return this.#muted;
  }

  close() {
    this.#closed = true;
    this.#peers.forEach(peer => peer.close());
    this.#peers.clear();
    this.#microphone?.then(stream => stream?.getTracks().forEach(track => track.stop()));
    this.#microphone = null;
  }

  /** Asks for the microphone once, when somebody would hear it; without one the page only hears. */
  async #openMicrophone() {
    this.#microphone ??= (navigator.mediaDevices?.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } }) ?? Promise.reject())
      .catch(() => {
        this.#tell('deaf');
        return null;
      });
    const stream = await this.#microphone;
    if (this.#closed) {
      stream?.getTracks().forEach(track => track.stop());
    }
  }

  async #speak() {
    const stream = await this.#microphone;
    const track = this.#muted || this.#closed ? null : stream?.getAudioTracks()[0] ?? null;
    this.#peers.forEach(peer => peer.speak(track));
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** The connection to one page. */
class Peer {
  #connection = new RTCPeerConnection();
  #sender = null;
  #track = null;
  #voice = null;
  #peer;
  #sound;
  #send;
  #work = Promise.resolve();

  constructor(peer, sound, send, tell) {
    this.#peer = peer;
    this.#sound = sound;
    this.#send = send;
    this.#connection.addEventListener('icecandidate', ({ candidate }) => candidate && send({ candidate }));
    this.#connection.addEventListener('track', ({ track }) => this.#hear(new MediaStream([track])));
    this.#connection.addEventListener('connectionstatechange', () => tell(this.#connection.connectionState));
    if (peer.offers) {
      this.#sender = this.#connection.addTransceiver('audio', { direction: 'sendrecv' }).sender;
      this.#then(async () => {
        await this.#connection.setLocalDescription();
        send({ description: this.#connection.localDescription });
      });
    }
  }

  /** Who hears whom has changed. */
  change(peer) {
    this.#peer = peer;
    this.#voice?.heard(peer.heard);
    this.speak(this.#track);
  }

  /** Sends this voice to the other, as far as the network lets the other hear it; null for silence. */
  speak(track) {
    this.#track = track;
    this.#sender?.replaceTrack(this.#peer.hears ? track : null).catch(() => {});
  }

  receive({ description, candidate }) {
    this.#then(async () => {
      if (candidate) {
        await this.#connection.addIceCandidate(candidate);
        return;
      }
      await this.#connection.setRemoteDescription(description);
      if (description.type === 'offer') {
        const [transceiver] = this.#connection.getTransceivers();
        transceiver.direction = 'sendrecv';
        this.#sender = transceiver.sender;
        this.speak(this.#track);
        await this.#connection.setLocalDescription();
        this.#send({ description: this.#connection.localDescription });
      }
    });
  }

  close() {
    this.#voice?.end();
    this.#connection.close();
  }

  #hear(stream) {
    this.#voice?.end();
    this.#voice = this.#sound.voice(stream);
    this.#voice.heard(this.#peer.heard);
  }

  /** One message after another, in the order in which they came. */
  #then(work) {
    this.#work = this.#work.then(work).catch(error => {
      if (this.#connection.signalingState !== 'closed') {
        console.warn('A voice cannot be connected:', error.message);
      }
    });
  }
}
