import { html } from 'hono/html';
import type { Markup, MaybeMarkup } from './markup.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly more?: string;
}

export interface Question {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  /** Said when the form came back without an answer. */
  readonly missing: string | undefined;
}

/**
 * A question with one answer and none given beforehand. A program that presses the buttons of every page it meets
 * sends no answer, so nothing happens; a person's choice means something.
 */
export function oneOf({ name, legend, choices, missing }: Question): Markup {
  const id = `${name}-missing`;
  return html`<fieldset${missing ? html` aria-describedby="${id}"` : ''}><legend>${legend}</legend>
${missing ? html`<p class="wrong" id="${id}" role="alert">${missing}</p>` : ''}
${choices.map(
  ({ value, label, more }) =>
    html`<label class="choice"><input type="radio" name="${name}" value="${value}" required><span><b>${label}</b>${more ? html`<small>${more}</small>` : ''}</span></label>
`,
)}</fieldset>`;
}

export interface TickForm {
  /** The form's `do` field. */
  readonly action: string;
  readonly tick: string;
  readonly button: string;
  readonly missing: string | undefined;
  readonly fields?: MaybeMarkup;
}

/** One box to tick and a button, for taking something back. */
export function tickForm({ action, tick, button, missing, fields = '' }: TickForm): Markup {
  return html`<form method="post">
<input type="hidden" name="do" value="${action}">${fields}
${missing ? html`<p class="wrong" id="${action}-missing" role="alert">${missing}</p>` : ''}
<label class="choice"><input type="checkbox" name="sure" value="yes" required${missing ? html` aria-describedby="${action}-missing"` : ''}><span>${tick}</span></label>
<button class="plain">${button}</button>
</form>`;
}
