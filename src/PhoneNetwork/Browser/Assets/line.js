/** The line to the network: commands go out as JSON, events come in, audio follows the event it belongs to. */
export class Line extends EventTarget {
  #path;
  #socket;
  #awaitingAudio;
  #patience = 500;
  #closed = false;

  constructor(path) {
    super();
    this.#path = path;
    this.#open();
  }

  send(command) {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(command));
    }
  }

  close() {
    this.#closed = true;
    this.#socket.close();
  }

  #open() {
    const address = new URL(this.#path, location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    this.#socket = new WebSocket(address);
    this.#socket.binaryType = 'arraybuffer';
    this.#awaitingAudio = null;
    this.#socket.addEventListener('message', ({ data }) => this.#receive(data));
    this.#socket.addEventListener('close', () => this.#lost());
  }

  #receive(data) {
    if (typeof data !== 'string') {
      const event = this.#awaitingAudio;
      this.#awaitingAudio = null;
      this.#tell({ ...event, audio: data });
      return;
    }
    const event = JSON.parse(data);
    if (event.type === 'welcome') {
      this.#patience = 500;
    }
    if (event.hasAudio) {
      this.#awaitingAudio = event;
    } else {
      this.#tell(event);
    }
  }

  #tell(event) {
    this.dispatchEvent(new CustomEvent(event.type, { detail: event }));
  }

  #lost() {
    if (this.#closed) {
      return;
    }
    this.#tell({ type: 'lost' });
    setTimeout(() => this.#open(), this.#patience);
    this.#patience = Math.min(this.#patience * 2, 5000);
  }
}
