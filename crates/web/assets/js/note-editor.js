// <note-editor>: findings beside a native textarea. The list is the interface; marks in the text are decoration.
//
//   <note-editor data-paused="…" data-at="{name}: {words}" data-inserted="…" data-none="…"> <draft-form> <form>
//     <div class="hf-editor"><div data-mirror hidden></div><textarea></textarea></div>
//     <p role="status" data-live></p> <p data-paused-line hidden></p>
//     <section data-part="findings">…<ul data-list><li data-key>…
//
// A saved draft comes back with its findings ({html, places: [[kind, start, end, key]], said}; places in UTF-16 units).
// The parts are merged line by line, so that what is open or focused stays. Without an answer the check is "paused":
// never a silent all-clear. Nothing changes the text but a press on "Insert this wording".
import { say } from './words.js';

const SAY_EVERY = 5000; // milliseconds between two announcements of the count
const NAMES = { finding: 'hf-wording', offer: 'hf-offer', kept: 'hf-kept' };

// Only what our own server rendered becomes part of the page; it escapes every word of a text.
const policy = window.trustedTypes?.createPolicy('holdfast', { createHTML: (html) => html });
const parsed = (html) => {
  const template = document.createElement('template');
  template.innerHTML = policy ? policy.createHTML(html) : html;
  return template.content;
};

class NoteEditor extends HTMLElement {
  #draft;
  #text;
  #mirror;
  #places = [];
  #shown = ''; // the text that the places belong to
  #said = 0;
  #saying;

  connectedCallback() {
    this.#draft = this.querySelector('draft-form');
    this.#text = this.querySelector('.hf-editor textarea');
    this.#mirror = this.querySelector('[data-mirror]');
    if (!this.#draft || !this.#text) return;
    for (const element of this.querySelectorAll('.hf-nojs')) element.hidden = true;
    this.addEventListener('hf:found', this.#found);
    this.addEventListener('click', this.#click);
    document.addEventListener('keydown', this.#key);
    this.#text.addEventListener('input', this.#typing);
    this.#text.addEventListener('scroll', this.#follow, { passive: true });
    document.addEventListener('visibilitychange', this.#back);
    // What the page was shown with is painted after the first answer: places come with answers only.
    if (this.#text.value.trim()) this.#draft.save?.();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#key);
    document.removeEventListener('visibilitychange', this.#back);
    for (const name of Object.values(NAMES)) globalThis.CSS?.highlights?.delete(name);
  }

  // Back from another window, where somebody may have said who is who anew: what is listed is looked at again.
  #back = () => {
    if (document.visibilityState === 'visible' && this.#text.value.trim()) this.#draft.save?.();
  };

  #found = (event) => {
    const found = event.detail;
    const line = this.querySelector('[data-paused-line]');
    const paused = !found;
    if (line && line.hidden === paused) {
      line.hidden = !paused;
      line.textContent = paused ? say(this, 'paused') : '';
    }
    this.toggleAttribute('data-is-paused', paused);
    if (paused) return;
    this.#places = found.places;
    this.#shown = this.#text.value;
    this.#merge(parsed(found.html));
    this.#paint();
    this.#announce(found.said);
    performance.mark('hf:painted');
  };

  #merge(fresh) {
    for (const part of fresh.querySelectorAll('[data-part]')) {
      const here = this.querySelector(`[data-part="${part.dataset.part}"]`);
      if (!here) continue;
      for (const line of part.querySelectorAll('[data-key]')) {
        const known = [...here.querySelectorAll('[data-key]')].find((other) => other.dataset.key === line.dataset.key);
        if (known && known.textContent === line.textContent) line.replaceWith(known);
      }
      // A move within the document would drop the focus: it is put back where it was.
      const focused = document.activeElement;
      const inside = part.contains(focused);
      here.hidden = part.hidden;
      here.replaceChildren(...part.childNodes);
      if (inside && document.contains(focused)) focused.focus({ preventScroll: true });
      else if (document.activeElement === document.body && this.#acted) here.querySelector('h2')?.focus({ preventScroll: true });
    }
    this.#acted = false;
  }

  #acted = false;

  #paint() {
    const highlights = globalThis.CSS?.highlights;
    if (!highlights || !globalThis.Highlight) return;
    const ranges = { finding: [], offer: [], kept: [] };
    const live = typeof this.#text.createValueRange === 'function';
    if (!live) this.#reflect();
    const node = this.#mirror?.firstChild;
    for (const [kind, start, end] of this.#places) {
      if (end > this.#shown.length) continue;
      if (live) {
        ranges[kind]?.push(this.#text.createValueRange(start, end));
      } else if (node) {
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(node, end);
        ranges[kind]?.push(range);
      }
    }
    for (const [kind, name] of Object.entries(NAMES)) highlights.set(name, new Highlight(...ranges[kind]));
  }

  // Elsewhere the marks are painted in a copy of the text that lies behind it.
  #reflect() {
    if (!this.#mirror) return;
    this.#mirror.hidden = false;
    this.#mirror.textContent = this.#shown;
    this.#mirror.parentElement.classList.add('hf-editor--mirror');
    this.#follow();
  }

  #follow = () => {
    if (this.#mirror && !this.#mirror.hidden) this.#mirror.scrollTop = this.#text.scrollTop;
  };

  #typing = () => {
    if (this.#mirror && !this.#mirror.hidden) this.#mirror.textContent = ''; // marks at old places would mislead
  };

  #announce(words) {
    const live = this.querySelector('[data-live]');
    if (!live || live.textContent === words) return;
    clearTimeout(this.#saying);
    const wait = Math.max(0, this.#said + SAY_EVERY - Date.now());
    this.#saying = setTimeout(() => {
      this.#said = Date.now();
      live.textContent = words;
    }, wait);
  }

  #click = (event) => {
    const target = event.target.closest('[data-go], [data-insert], [data-decide]');
    if (!target) return;
    event.preventDefault();
    if (target.dataset.go) this.#go(target.dataset.go);
    else if (target.hasAttribute('data-insert')) this.#insert(target.value, target.dataset.insert);
    else this.#decide(target);
  };

  // Keep, look again, set aside: the server decides, as it does without script; the answer brings the new list.
  #decide(button) {
    this.#acted = true;
    this.#draft.save([[button.name, button.value]]);
  }

  #place(key) {
    return this.#text.value === this.#shown ? this.#places.find((place) => place[3] === key) : undefined;
  }

  async #current(key) {
    if (this.#text.value !== this.#shown) await this.#draft.save();
    return this.#place(key);
  }

  async #go(key) {
    const place = await this.#current(key);
    this.#text.focus();
    if (place) this.#select(place[1], place[2]);
  }

  #select(start, end) {
    // A selection at the end scrolls into view only where the caret is: first there, then the whole.
    this.#text.setSelectionRange(end, end);
    this.#text.blur();
    this.#text.focus();
    this.#text.setSelectionRange(start, end);
  }

  async #insert(key, words) {
    const place = await this.#current(key);
    if (!place) return;
    const after = this.#text.value.slice(place[2]);
    const end = place[2] + (/^[^\n]*?[.!?]["”’)]*(?=\s|$)/.exec(after)?.[0].length ?? /^[^\n]*/.exec(after)[0].length);
    this.#text.focus();
    this.#text.setSelectionRange(end, end);
    const put = ` ${words}`;
    // The browser's own way of typing, so that Undo takes it back.
    if (!document.execCommand('insertText', false, put)) {
      this.#text.setRangeText(put, end, end, 'end');
      this.#text.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const blank = /\[[^\]\n]+\]/.exec(put);
    if (blank) this.#select(end + blank.index, end + blank.index + blank[0].length);
    this.#announce(say(this, 'inserted'));
  }

  #key = (event) => {
    if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#step(event.shiftKey);
  };

  async #step(back) {
    if (this.#text.value !== this.#shown) await this.#draft.save();
    const places = this.#places.filter(([kind]) => kind !== 'kept').sort((a, b) => a[1] - b[1] || a[2] - b[2]);
    if (places.length === 0 || this.#text.value !== this.#shown) return this.#announce(say(this, 'none'));
    const { selectionStart: start, selectionEnd: end } = this.#text;
    const at = places.findIndex(([, s, e]) => s === start && e === end);
    let next;
    if (at >= 0) next = places[(at + (back ? places.length - 1 : 1)) % places.length];
    else next = back ? places.findLast(([, s]) => s < start) ?? places.at(-1) : places.find(([, s]) => s >= end) ?? places[0];
    const [, from, to, key] = next;
    this.#text.focus();
    this.#select(from, to);
    const card = [...this.querySelectorAll('[data-key]')].find((line) => line.dataset.key === key);
    for (const line of this.querySelectorAll('[data-key][aria-current]')) line.removeAttribute('aria-current');
    card?.setAttribute('aria-current', 'true');
    card?.scrollIntoView({ block: 'nearest' });
    this.#said = 0;
    const name = card?.querySelector('.hf-finding__f')?.textContent.trim().replace(/\s+/g, ' ') ?? '';
    this.#announce(say(this, 'at', { name, words: this.#text.value.slice(from, to) }));
  }
}

customElements.define('note-editor', NoteEditor);

// In the form of an entry: quiet lines beneath each field, replaced when the draft is saved.
document.addEventListener('hf:found', (event) => {
  const fields = event.detail?.fields;
  if (!fields) return;
  for (const place of document.querySelectorAll('[data-quiet]')) {
    const html = fields[place.dataset.quiet] ?? '';
    if (place.dataset.said === html) continue;
    place.dataset.said = html;
    place.replaceChildren(parsed(html));
    place.hidden = html === '';
  }
});
