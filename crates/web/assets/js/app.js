// What the pages load: the parts of the design system we use, htmx with its gate, and our own elements.
// Every page works without any of it.
import './globals.js';
import 'htmx.org/dist/ext/hx-csp.js';
import { createAll, ErrorSummary, PasswordInput } from 'govuk-frontend';
import './command-menu.js';
import './draft-form.js';
import './line-kind.js';
import './note-editor.js';
import './page-fit.js';
import './safe-exit.js';
import './screen-curtain.js';
import './session-watch.js';

// The supported class is what the design system's parts look for before they start.
document.documentElement.classList.add('hf-js');
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(ErrorSummary);
for (const field of document.querySelectorAll('[data-module="govuk-password-input"]')) {
  // Words come from the page, so that a locale owns them.
  new PasswordInput(field);
}
