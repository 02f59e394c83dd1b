import type { FieldError } from '#domain/kernel/problem.ts';

/** `/rows/17/date` with "is not a day" reads "Row 17: date is not a day"; other errors speak for themselves. */
export function rowWords({ pointer, detail }: FieldError): string {
  const match = /^(?:\/body)?\/rows\/(\d+)(?:\/(\w+))?$/.exec(pointer);
  if (!match) return detail;
  const [, row, column] = match;
  return column && !detail.toLowerCase().startsWith(column)
    ? `Row ${row}: ${column}: ${detail}`
    : `Row ${row}: ${detail}`;
}
