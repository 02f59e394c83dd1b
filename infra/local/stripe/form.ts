import { invalidRequest } from './api-error.ts';

/** What a form body or query says: strings, nested by Stripe's brackets; lists have the keys 0, 1, 2... */
export type Form = { [key: string]: string | Form };

const maxDepth = 8;

/** `a[b][0]=x&c[]=y` becomes `{ a: { b: { 0: 'x' } }, c: { 0: 'y' } }`. */
export function parseForm(text: string): Form {
  const form = emptyForm();
  for (const [name, value] of new URLSearchParams(text)) place(form, pathOf(name), value);
  return form;
}

/** The same of a JSON body, as the newer routes take: every value as text, lists by number. */
export function readJson(text: string): Form {
  try {
    return fromJson(JSON.parse(text || '{}'));
  } catch {
    throw invalidRequest('The request body is no JSON.');
  }
}

function fromJson(value: unknown): Form {
  const form = emptyForm();
  for (const [name, inner] of Object.entries(value ?? {}))
    form[name] = typeof inner === 'object' ? fromJson(inner) : String(inner);
  return form;
}

function pathOf(name: string): string[] {
  const [head = '', ...rest] = name.split('[');
  return [head, ...rest.map((part) => part.replace(/\]$/, ''))].slice(0, maxDepth);
}

function place(form: Form, [key = '', ...rest]: string[], value: string): void {
  const name = key === '' ? String(Object.keys(form).length) : key;
  if (rest.length === 0) {
    form[name] = value;
    return;
  }
  const found = form[name];
  const inner = typeof found === 'object' ? found : emptyForm();
  form[name] = inner;
  place(inner, rest, value);
}

// Without a prototype a parameter called `__proto__` is only a name.
function emptyForm(): Form {
  return Object.create(null) as Form;
}
