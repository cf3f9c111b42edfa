// <screen-curtain>: takes everything off the screen at once. The form inside works without script; with it the page is
// blanked before the request leaves, and unsaved text goes along by a request that outlives the page.
//
//   <screen-curtain><form method="post" action="/hide"> … <button>Hide screen</button></form></screen-curtain>

class ScreenCurtain extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', this.#hide);
  }

  #hide = () => {
    document.dispatchEvent(new Event('hf:leave'));
    document.title = ' ';
    // The form must still be there to be sent: it is hidden with everything else once the browser has it.
    queueMicrotask(() => document.body.classList.add('hf-blank'));
  };
}

customElements.define('screen-curtain', ScreenCurtain);

// A page that comes back from the browser's memory may be older than the curtain: ask for it again.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload();
});
