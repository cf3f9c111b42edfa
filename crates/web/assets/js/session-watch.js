// <session-watch>: says two minutes before the session ends that it will, and offers to stay.
//
//   <session-watch data-seconds="1800" data-url="/session" data-csrf="…"
//     data-soon="You will be signed out at {time}. What you have written is kept as a draft."
//     data-over="You have been signed out. …" data-failed="…">
//     <div class="hf-ends" hidden> <p role="alert"></p> <button type="button" class="govuk-button">Stay signed in</button> </div>
//   </session-watch>
//
// Staying is a POST of the token to data-url; the answer is 200 {"seconds": 1800}.
import { say } from './words.js';

const WARN = 120; // seconds before the end

class SessionWatch extends HTMLElement {
  #timer;
  #ends = 0;

  connectedCallback() {
    this.#start(Number(this.dataset.seconds ?? 0));
    this.querySelector('button')?.addEventListener('click', this.#stay);
    // Saving a draft keeps the session alive on the server; so does any answered request of this page.
    document.addEventListener('hf:alive', this.#alive);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    document.removeEventListener('hf:alive', this.#alive);
  }

  #alive = () => this.#start(Number(this.dataset.seconds ?? 0));

  #start(seconds) {
    clearTimeout(this.#timer);
    this.#show(null);
    if (!(seconds > 0)) return;
    this.#ends = Date.now() + seconds * 1000;
    this.#timer = setTimeout(this.#warn, Math.max(0, seconds - WARN) * 1000);
  }

  #warn = () => {
    const time = new Date(this.#ends).toLocaleTimeString(document.documentElement.lang || undefined, { hour: '2-digit', minute: '2-digit' });
    this.#show(say(this, 'soon', { time }));
    this.#timer = setTimeout(() => this.#show(say(this, 'over')), Math.max(0, this.#ends - Date.now()));
  };

  #stay = async () => {
    try {
      const answer = await fetch(this.dataset.url, {
        method: 'POST',
        body: new URLSearchParams({ csrf: this.dataset.csrf ?? '' }),
        headers: { accept: 'application/json' },
        redirect: 'error',
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const { seconds } = await answer.json();
      this.#start(Number(seconds));
    } catch {
      this.#show(say(this, 'failed'));
    }
  };

  #show(words) {
    const box = this.querySelector('.hf-ends');
    if (!box) return;
    box.hidden = !words;
    const text = box.querySelector('p');
    if (text) text.textContent = words ?? '';
  }
}

customElements.define('session-watch', SessionWatch);
