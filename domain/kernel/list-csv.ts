export type Cell = string | number | null;

// A program that opens the file would run a text that begins so.
const formula = /^[=+\-@\t\r]/;

/** One line of a CSV file (RFC 4180). Texts are made harmless for spreadsheet programs; numbers stay numbers. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Excel takes a file for UTF-8 only when it begins so. */
export const csvStart = '\uFEFF';
