import { whyNotBornOn } from '#domain/customers/facts.ts';
import { type Currency, decimalsOf, parseAmount, payableRange } from '#domain/kernel/money.ts';
import { Email, line } from '#domain/kernel/text.ts';
import type { Place } from '#domain/places/place.ts';
import { plainNumber } from './amount-text.ts';
import { readDay } from './day-text.ts';
import type { MappedColumn, Mapping } from './mapping.ts';
import { countryOf, type FindTown, type Read, townOf } from './town-text.ts';

/** One payment of a history: `amount` in minor units of the workspace's currency. */
export type HistoryRow = {
  reference: string;
  name: string | null;
  email: string | null;
  paidOn: string;
  amount: number;
  place: Place | null;
  bornOn: string | null;
};

/** `today` is the workspace's calendar day. */
export type HistoryRules = { currency: Currency; today: string; mapping: Mapping; findTown: FindTown };
/** `column` is its place in the file. */
export type Fault = { column: number; detail: string };

const Reference = line(100);

/** A row, or every fault in it. */
export function readRow(cells: readonly string[], rules: HistoryRules): HistoryRow | Fault[] {
  const { mapping, currency, today, findTown } = rules;
  const faults: Fault[] = [];
  const read = <T>(column: MappedColumn, reading: (text: string) => Read<T>): T | null => {
    const place = mapping[column];
    if (place === null) return null;
    const { value, detail } = reading(cells[place] ?? '');
    if (detail !== undefined) faults.push({ column: place, detail });
    return value ?? null;
  };

  const key = keyColumn(mapping);
  const reference = read(key, key === 'emailColumn' ? emailOf : referenceOf);
  const email = key === 'emailColumn' ? reference : read('emailColumn', orEmpty(emailOf));
  const name = key === 'nameColumn' ? reference : read('nameColumn', orEmpty(referenceOf));
  const paidOn = read('dateColumn', (text) => dayOf(text, mapping, today));
  const amount = read('amountColumn', (text) => amountOf(text, mapping, currency));
  read('currencyColumn', (text) => currencyOf(text, currency));
  const country = read('countryColumn', orEmpty(countryOf));
  const place = read(
    'placeColumn',
    orEmpty((text) => townOf(text, country, findTown)),
  );
  const bornOn = read(
    'bornColumn',
    orEmpty((text) => birthDateOf(text, mapping, today)),
  );
  if (faults.length > 0 || reference === null || paidOn === null || amount === null) return faults;
  return { reference, name, email, paidOn, amount, place, bornOn };
}

const orEmpty =
  <T>(reading: (text: string) => Read<T>) =>
  (text: string): Read<T | null> =>
    text === '' ? { value: null } : reading(text);

/** What tells one customer from another. */
function keyColumn({ customerColumn, emailColumn }: Mapping): MappedColumn {
  if (customerColumn !== null) return 'customerColumn';
  return emailColumn === null ? 'nameColumn' : 'emailColumn';
}

function referenceOf(text: string): Read<string> {
  if (text.trim() === '') return { detail: 'Empty' };
  const { data, error } = Reference.safeParse(text);
  return error ? { detail: error.issues[0]!.message } : { value: data };
}

function emailOf(text: string): Read<string> {
  if (text.trim() === '') return { detail: 'Empty' };
  const { data } = Email.safeParse(text);
  return data === undefined || data.length > 100 ? { detail: 'Not an e-mail address' } : { value: data };
}

function dayOf(text: string, { dateForm }: Mapping, today: string): Read<string> {
  if (text === '') return { detail: 'Empty' };
  const day = readDay(text, dateForm);
  if (day === null) return { detail: `Not a day, written as ${dateForm}` };
  return day > today ? { detail: 'This day is in the future' } : { value: day };
}

function birthDateOf(text: string, { dateForm }: Mapping, today: string): Read<string> {
  const day = readDay(text, dateForm);
  if (day === null) return { detail: `Not a day, written as ${dateForm}` };
  const detail = whyNotBornOn(day, today);
  return detail === null ? { value: day } : { detail };
}

/** History may hold 0.00, which checkout does not accept. */
function amountOf(text: string, { decimalMark }: Mapping, currency: Currency): Read<number> {
  if (text === '') return { detail: 'Empty' };
  const plain = plainNumber(text, decimalMark);
  if (plain === null) return { detail: `Not a number such as 11${decimalMark}77` };
  if (plain.startsWith('-')) return { detail: 'Negative' };
  const amount = parseAmount(plain, currency);
  if (amount !== null && amount <= payableRange(currency).max) return { value: amount };
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { detail: decimals > decimalsOf(currency) ? `More than ${decimalsOf(currency)} decimals` : 'Too large' };
}

function currencyOf(text: string, currency: Currency): Read<null> {
  if (text.toUpperCase() === currency) return { value: null };
  return { detail: text === '' ? 'Empty' : `Not ${currency}, the currency of your business` };
}

export type NumberedRow = HistoryRow & { occurrence: number };

/**
 * A row is itself: its customer, day and amount, and its occurrence among equal ones within the file. So equal rows all
 * count, and the same file twice is the same rows.
 */
export function withOccurrences(rows: readonly HistoryRow[]): NumberedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = JSON.stringify([row.reference, row.paidOn, row.amount]);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return { ...row, occurrence };
  });
}
