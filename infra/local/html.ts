/** Markup that is already safe to send. */
export interface Html {
  markup: string;
}

type Value = string | number | boolean | null | undefined | Html | Value[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes every value; only other `html` goes in as it is. Lists are joined, empty values vanish. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  const markup = strings.reduce(
    (text, part, index) => text + part + (index < values.length ? show(values[index]) : ''),
    '',
  );
  return { markup };
}

function show(value: Value): string {
  if (value === undefined || value === null || value === false || value === '') return '';
  if (Array.isArray(value)) return value.map(show).join('');
  if (typeof value === 'object') return value.markup;
  return String(value).replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
