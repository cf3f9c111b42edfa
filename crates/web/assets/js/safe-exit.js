// <safe-exit>: leaves the case at once. The link inside works without script; with it the page is blanked
// first, unsaved text leaves by a request that outlives the page, and Back does not return here.
// Shift three times, quickly, does the same; Escape does not, because it stops pages that are loading.

const QUICKLY = 700; // milliseconds between two presses

class SafeExit extends HTMLElement {
  #presses = 0;
  #last = 0;

  connectedCallback() {
    this.addEventListener('click', this.#click);
    document.addEventListener('keydown', this.#key);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#key);
  }

  #click = (event) => {
    if (!event.target.closest('a')) return;
    event.preventDefault();
    this.leave();
  };

  #key = (event) => {
    if (event.key !== 'Shift') {
      this.#presses = 0; // a capital letter is not an alarm
      return;
    }
    if (event.repeat) return;
    this.#presses = event.timeStamp - this.#last < QUICKLY ? this.#presses + 1 : 1;
    this.#last = event.timeStamp;
    if (this.#presses >= 3) this.leave();
  };

  leave() {
    const target = this.querySelector('a')?.href ?? '/exit';
    document.dispatchEvent(new Event('hf:leave'));
    document.title = ' ';
    document.body.classList.add('hf-blank');
    window.location.replace(target);
  }
}

customElements.define('safe-exit', SafeExit);
