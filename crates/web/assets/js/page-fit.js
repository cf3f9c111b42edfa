// Small fittings of the page that style sheets cannot do alone.

// The sticky heads of the map stand right under the identity bar, also when names wrap to a second line.
const bar = document.querySelector('.hf-id');
if (bar && 'ResizeObserver' in window) {
  new ResizeObserver(() => {
    const height = bar.getBoundingClientRect().height;
    if (height > 0) document.documentElement.style.setProperty('--hf-id', `${height}px`);
  }).observe(bar);
}

// Browsers that cannot lay out a closed <details> as part of the grid get the bands opened on wide screens.
if (!CSS.supports('selector(::details-content)')) {
  const wide = window.matchMedia('print, (min-width: 60.01rem)');
  const open = () => {
    for (const band of document.querySelectorAll('.hf-band__d, .hf-sitting')) {
      if (wide.matches) { band.removeAttribute('name'); band.open = true; }
    }
  };
  open();
  wide.addEventListener('change', open);
}

for (const link of document.querySelectorAll('[data-print]')) {
  link.addEventListener('click', (event) => { event.preventDefault(); window.print(); });
}

// A fragment swapped in by htmx: the message of what was done takes the focus, as after a page load.
document.addEventListener('htmx:after:swap', () => {
  document.dispatchEvent(new Event('hf:alive'));
  document.querySelector('.govuk-error-summary, [data-focus-after]')?.focus();
});
