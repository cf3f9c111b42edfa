// htmx extensions look for a global; this module is imported before them.
import htmx from 'htmx.org/dist/htmx.esm.js';

// Nothing of a case page may be kept by the browser, and no attribute may hold script.
htmx.config.history = false;
export { htmx };
