/** The words that are heard, as paragraphs in their language: one for each stretch that is heard without a break. */
export class Captions {
  #list;
  #empty;
  #paragraph = null;

  constructor(list, empty) {
    this.#list = list;
    this.#empty = empty;
  }

  clear() {
    this.#list.replaceChildren();
    this.#empty.hidden = false;
    this.#paragraph = null;
  }

  /** Words begin to be heard. */
  begin(text, language) {
    if (!this.#paragraph || this.#paragraph.lang !== (language ?? '')) {
      this.#finish();
      this.#paragraph = this.#add('now');
      this.#paragraph.lang = language ?? '';
    }
    this.#paragraph.querySelector('.sound.now')?.classList.remove('now');
    if (this.#paragraph.hasChildNodes()) {
      this.#paragraph.append(' ');
    }
    const sound = document.createElement('span');
    sound.className = 'sound now';
    sound.textContent = text;
    this.#paragraph.append(sound);
    this.#scroll();
  }

  /** What follows is another stretch. */
  pause() {
    this.#paragraph = null;
  }

  /** Nothing is heard any more. */
  quiet() {
    this.#finish();
  }

  pressed(key) {
    this.#finish();
    const note = this.#add('pressed');
    const cap = document.createElement('kbd');
    cap.textContent = key;
    note.append('pressed ', cap);
    this.#scroll();
  }

  note(text) {
    this.#finish();
    this.#add('note').textContent = text;
    this.#scroll();
  }

  #add(kind) {
    this.#empty.hidden = true;
    const paragraph = document.createElement('p');
    paragraph.className = kind;
    this.#list.append(paragraph);
    return paragraph;
  }

  #finish() {
    this.#list.querySelectorAll('.now').forEach(element => element.classList.remove('now'));
    this.#paragraph = null;
  }

  #scroll() {
    this.#list.scrollTop = this.#list.scrollHeight;
  }
}
