// <command-menu>: everything one can go to, found by a few letters. Ctrl+K (or the link inside) opens it over the page;
// without script the link leads to the same list as a page of its own.
//
//   <command-menu data-url="/menu" data-at="CASE" data-label="Go to" data-find="What are you looking for?"
//     data-close="Cancel"><a href="/menu?at=CASE">Go to</a></command-menu>
//
// The list comes from the server: GET data-url?q=…&at=… as JSON, 200 {"groups": [{"title", "entries": [{"href", "words",
// "about"}]}], "none": "Nothing has that name. …"}.
const PAUSE = 120; // milliseconds without typing before the list is asked for

class CommandMenu extends HTMLElement {
  #dialog;
  #input;
  #list;
  #timer;
  #asked = 0;

  connectedCallback() {
    this.addEventListener('click', this.#click);
    document.addEventListener('keydown', this.#key);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#key);
  }

  #click = (event) => {
    if (!event.target.closest('a') || event.target.closest('dialog') || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.open();
  };

  #key = (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    this.open();
  };

  open() {
    if (!this.#dialog) this.#make();
    if (this.#dialog.open) return;
    this.#input.value = '';
    this.#list.replaceChildren();
    this.#dialog.showModal();
    this.#input.focus();
    this.#ask();
  }

  #make() {
    const make = (name, values) => Object.assign(document.createElement(name), values);
    this.#dialog = make('dialog', { className: 'hf-menu__box' });
    this.#dialog.setAttribute('aria-label', this.dataset.label ?? '');
    const label = make('label', { className: 'govuk-label', htmlFor: 'menu-find', textContent: this.dataset.find ?? '' });
    this.#input = make('input', { id: 'menu-find', type: 'search', className: 'govuk-input', autocomplete: 'off' });
    const close = make('button', { type: 'button', className: 'hf-plain', textContent: this.dataset.close ?? '' });
    close.addEventListener('click', () => this.#dialog.close());
    this.#list = make('div', { className: 'hf-menu' });
    this.#list.setAttribute('aria-live', 'polite');
    this.#dialog.append(label, this.#input, this.#list, close);
    // Outside <command-menu>: the header's colours are not for a list on white.
    document.body.append(this.#dialog);
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), PAUSE);
    });
    this.#dialog.addEventListener('keydown', this.#walk);
  }

  async #ask() {
    const turn = ++this.#asked;
    const query = new URLSearchParams({ q: this.#input.value, at: this.dataset.at ?? '' });
    let found;
    try {
      const answer = await fetch(`${this.dataset.url}?${query}`, { headers: { accept: 'application/json' }, redirect: 'error' });
      if (!answer.ok) throw new Error(String(answer.status));
      found = await answer.json();
    } catch {
      // Signed out, hidden or no connection: the page of its own says which.
      if (turn === this.#asked) window.location.assign(this.querySelector('a')?.href ?? this.dataset.url);
      return;
    }
    if (turn === this.#asked) this.#show(found);
  }

  #show({ groups, none }) {
    const make = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text ?? '' });
    const parts = groups.flatMap(({ title, entries }) => {
      const list = make('ul', 'hf-menu__l');
      for (const { href, words, about } of entries) {
        const link = make('a', 'hf-menu__a');
        link.href = href;
        link.append(make('bdi', '', words));
        if (about) link.append(' ', make('span', 'hf-k', about));
        const item = document.createElement('li');
        item.append(link);
        list.append(item);
      }
      return [make('h2', 'hf-menu__h', title), list];
    });
    this.#list.replaceChildren(...(parts.length ? parts : [make('p', 'hf-menu__none', none)]));
  }

  #walk = (event) => {
    const links = [...this.#list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      (links[at + 1] ?? links[0])?.focus();
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      (at > 0 ? links[at - 1] : this.#input).focus();
    } else if (event.key === 'Enter' && document.activeElement === this.#input) {
      event.preventDefault();
      links[0]?.click();
    }
  };
}

customElements.define('command-menu', CommandMenu);
