// <draft-form>: saves a half-written form to the server while it is being written, and says so in words.
//
//   <draft-form data-draft-url="/drafts/…" data-version="3"
//     data-saving="Saving…" data-saved="Saved {time}. Only you can see it until you record it."
//     data-offline="Not saved: no connection. Still trying. Your words are on this page."
//     data-ended="…signed out…" data-elsewhere="…saved later in another window…" data-refused="…" data-recorded="…">
//     <form method="post" action="…"> … <p role="status" data-draft-status></p> … </form>
//   </draft-form>
//
// The request is the whole form, unvalidated, as application/x-www-form-urlencoded, with `draft_version`
// (the version this page last knew). Answers: 200 {"version": 4, "saved_at": "14:02"}; 409 the same when a later
// version was saved elsewhere; 410 when it is recorded already; 401 or 403 when the session has ended. Nothing is ever kept on the device.
import { say } from './words.js';

const PAUSE = 800; // milliseconds without typing before a save
const RETRY_FIRST = 2000;
const RETRY_MOST = 30000;
const MOST = 8000000; // the server takes 8 MiB of a form and hangs up on more
const KEEPALIVE_MOST = 60000; // browsers refuse more than 64 kB in a request that outlives the page

class DraftForm extends HTMLElement {
  #form;
  #status;
  #version = 0;
  #typed = 0; // counts changes, so that an answer knows whether it is still the newest
  #sent = 0;
  #timer;
  #retry = RETRY_FIRST;
  #saving = null;
  #leaving = false;

  connectedCallback() {
    this.#form = this.querySelector('form');
    this.#status = this.querySelector('[data-draft-status]');
    this.#version = Number(this.dataset.version ?? 0);
    if (!this.#form || !this.dataset.draftUrl) return;
    this.addEventListener('input', this.#changed);
    this.addEventListener('change', this.#changed);
    this.#form.addEventListener('submit', this.#submitting);
    window.addEventListener('pagehide', this.#leave);
    window.addEventListener('online', this.#now);
    document.addEventListener('visibilitychange', this.#hidden);
    document.addEventListener('hf:leave', this.#leave);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    window.removeEventListener('pagehide', this.#leave);
    window.removeEventListener('online', this.#now);
    document.removeEventListener('visibilitychange', this.#hidden);
    document.removeEventListener('hf:leave', this.#leave);
  }

  /** Whether something on the page has not reached the server yet. */
  get unsaved() {
    return this.#typed !== this.#sent;
  }

  #changed = () => {
    this.#typed += 1;
    this.#wait(PAUSE);
  };

  #wait(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), milliseconds);
  }

  #now = () => {
    if (this.unsaved) this.#wait(0);
  };

  #hidden = () => {
    if (document.visibilityState === 'hidden' && this.unsaved) this.#keepalive();
  };

  #leave = () => {
    if (this.unsaved && !this.#leaving) this.#keepalive();
  };

  #body(extra = []) {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) {
      if (typeof value === 'string') body.append(name, value);
    }
    for (const [name, value] of extra) body.append(name, value);
    body.set('draft_version', String(this.#version));
    return body;
  }

  #keepalive() {
    const body = this.#body();
    if (body.toString().length > KEEPALIVE_MOST) return;
    const url = this.dataset.draftUrl;
    fetch(url, { method: 'POST', body, keepalive: true, redirect: 'error' }).catch(() => {});
  }

  /** Saves now; resolves to 'saved', 'offline', 'ended', 'elsewhere', 'recorded' or 'refused'. */
  async save(extra = []) {
    clearTimeout(this.#timer);
    while (this.#saving) await this.#saving;
    this.#saving = this.#save(extra);
    const outcome = await this.#saving;
    this.#saving = null;
    return outcome;
  }

  async #save(extra) {
    const typed = this.#typed;
    const body = this.#body(extra);
    if (body.toString().length > MOST) return this.#stop('large');
    this.#tell('saving', {}, false);
    let answer;
    try {
      answer = await fetch(this.dataset.draftUrl, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
        redirect: 'error',
      });
    } catch {
      return this.#again('offline');
    }
    if (answer.status === 401 || answer.status === 403) return this.#again('ended');
    if (answer.status === 409) {
      // The next save says that it has seen the other one: what is on this page wins, the server keeps both.
      const { version, saved_at: time } = await answer.json().catch(() => ({}));
      if (version !== undefined) this.#version = version;
      this.#found(null); // what is listed may be about other words than these
      this.#tell('elsewhere', { time }, true);
      return 'elsewhere';
    }
    if (answer.status === 410) {
      this.#sent = typed; // recorded from another window: there is nothing to save any more
      return this.#stop('recorded');
    }
    if (answer.status === 413) return this.#stop('large');
    if (!answer.ok) return answer.status >= 500 ? this.#again('refused') : this.#stop('refused');
    const { version, saved_at: time, wording } = await answer.json().catch(() => ({}));
    if (version === undefined) return this.#again('offline'); // broke off half-way: whether it is saved is not known
    this.#version = version;
    this.#sent = typed;
    // Findings belong to the text that was sent: with more typed since, the next answer tells.
    if (this.#typed === typed) this.#found(wording ?? null);
    this.#retry = RETRY_FIRST;
    document.dispatchEvent(new Event('hf:alive')); // an answered save keeps the session alive
    if (this.#typed === typed) this.#tell('saved', { time }, false);
    return 'saved';
  }

  #found(wording) {
    this.dispatchEvent(new CustomEvent('hf:found', { bubbles: true, detail: wording }));
  }

  #again(state) {
    this.#found(null);
    this.#tell(state, {}, true);
    this.#wait(this.#retry);
    this.#retry = Math.min(this.#retry * 2, RETRY_MOST);
    return state;
  }

  #stop(state) {
    this.#found(null);
    this.#tell(state, {}, true);
    return state;
  }

  #tell(state, values, bad) {
    if (!this.#status) return;
    const words = say(this, state, values);
    this.#status.classList.toggle('hf-state--bad', bad);
    // A live region that is given the same words again is read out again.
    if (words && this.#status.textContent !== words) this.#status.textContent = words;
  }

  // A form sent into a dead connection shows the browser's own error page and may lose what was typed:
  // first make sure that the server answers, and stay here if it does not.
  #submitting = async (event) => {
    if (event.defaultPrevented || this.#leaving) return;
    event.preventDefault();
    const { submitter } = event;
    const outcome = await this.save();
    // With the session over, the server keeps the whole form over the sign-in: let it go there.
    if (outcome === 'offline') {
      this.#status?.scrollIntoView({ block: 'nearest' });
      return;
    }
    this.#leaving = true;
    clearTimeout(this.#timer);
    this.#form.requestSubmit(submitter ?? undefined);
    // Back to this page from the cache, or a download as the answer: the form must work again.
    window.setTimeout(() => { this.#leaving = false; }, 4000);
  };
}

customElements.define('draft-form', DraftForm);
