// <line-kind>: on "record a visit" the kind of a line changes its three questions without a reload, and on a
// phone the filled sitting folds to one line.
//
//   <line-kind> <fieldset> radios name="kind" … </fieldset>
//     <div class="hf-line" data-kind="behaviour"> … </div> <div class="hf-line" data-kind="effort" hidden> … </div>
//   </line-kind>
//
// Fields of the kinds that are not shown are disabled, so that nothing is sent that was not asked. Without
// script a "Show these questions" button (class hf-nojs) asks the server for the chosen kind.

class LineKind extends HTMLElement {
  connectedCallback() {
    for (const element of this.querySelectorAll('.hf-nojs')) element.hidden = true;
    this.addEventListener('change', (event) => {
      if (event.target.name === (this.dataset.name ?? 'kind')) this.#show(event.target.value, true);
    });
    const chosen = this.querySelector(`input[name="${this.dataset.name ?? 'kind'}"]:checked`);
    if (chosen) this.#show(chosen.value, false);
  }

  #show(kind, moved) {
    const text = this.#text();
    for (const line of this.querySelectorAll('.hf-line')) {
      const shown = (line.dataset.kind ?? '').split(' ').includes(kind);
      line.hidden = !shown;
      for (const field of line.querySelectorAll('input, select, textarea')) field.disabled = !shown;
    }
    // Words already typed move along: a slip of the finger must not lose a sentence.
    const now = this.#textField();
    if (moved && now && text && !now.value) now.value = text;
  }

  #textField() {
    return this.querySelector('.hf-line:not([hidden]) [data-line-text]');
  }

  #text() {
    return this.#textField()?.value ?? '';
  }
}

customElements.define('line-kind', LineKind);

// The sitting stands open on wide screens. On a phone it folds once the required fields are filled, so that
// the line being written is what one sees.
class FoldSitting extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector('details');
    if (!details) return;
    const narrow = window.matchMedia('(max-width: 60rem)');
    const filled = () => this.dataset.filled === 'true' && !details.querySelector('.govuk-form-group--error');
    const fit = () => { details.open = narrow.matches ? !filled() : true; };
    fit();
    narrow.addEventListener('change', fit);
  }
}

customElements.define('fold-sitting', FoldSitting);
