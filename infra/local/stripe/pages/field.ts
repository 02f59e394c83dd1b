import { html, type Html } from '../../html.ts';

export interface Field {
  name: string;
  label: string;
  autocomplete: string;
  hint: string;
  value: string;
  /** What is wrong with the value. */
  message: string | undefined;
  isNumber?: boolean;
}

export const field = ({ name, label, autocomplete, hint, value, message, isNumber }: Field): Html =>
  html`<div>
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      placeholder="${hint}"
      autocomplete="${autocomplete}"
      ${isNumber && html`inputmode="numeric"`}
      ${message && html`aria-invalid="true" aria-describedby="${name}-error"`}
      required
    />
    ${message && html`<p class="error" id="${name}-error">${message}</p>`}
  </div>`;
