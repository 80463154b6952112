/** What the network does, step by step, with the documents it was given. */
export class Steps {
  #list;
  #count;
  #length = 0;

  constructor(list, count) {
    this.#list = list;
    this.#count = count;
  }

  clear() {
    this.#length = 0;
    this.#list.replaceChildren();
    this.#tell();
  }

  add({ at, kind, text, detail, took }) {
    const item = document.createElement('li');
    item.className = kind;
    item.append(element('time', at.toFixed(3)), element('span', kind, 'kind'), this.#what(text, detail, took));
    const follows = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < 40;
    this.#list.append(item);
    if (follows) {
      this.#list.scrollTop = this.#list.scrollHeight;
    }
    this.#length++;
    this.#tell();
  }

  #what(text, detail, took) {
    const what = element('span', text, 'what');
    if (took !== undefined) {
      what.append(' ', element('span', `${took.toFixed(0)} ms`, 'took'));
    }
    if (!detail) {
      return what;
    }
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.append(what);
    details.append(summary, element('pre', detail));
    return details;
  }

  #tell() {
    this.#count.textContent = this.#length === 0 ? 'nothing yet' : this.#length === 1 ? '1 step' : `${this.#length} steps`;
  }
}

function element(name, text, kind) {
  const result = document.createElement(name);
  result.textContent = text;
  if (kind) {
    result.className = kind;
  }
  return result;
}
