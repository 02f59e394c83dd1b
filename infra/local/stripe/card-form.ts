import { askBank, type PaidCard } from './cards.ts';

/** What stands in the fields of the pay page, as typed. */
export interface CardFields {
  number: string;
  expiry: string;
  cvc: string;
  name: string;
}
export type FieldMessages = Partial<Record<keyof CardFields, string>>;

export const emptyFields: CardFields = { number: '', expiry: '', cvc: '', name: '' };

export function readFields(body: string): CardFields {
  const form = new URLSearchParams(body);
  const text = (name: string) => (form.get(name) ?? '').trim();
  return { number: text('number'), expiry: text('expiry'), cvc: text('cvc'), name: text('name') };
}

/** A sentence for each field that cannot be sent to a bank. `now` is in unix seconds. */
export function checkFields(fields: CardFields, now: number): FieldMessages {
  const messages: FieldMessages = {};
  const number = digits(fields.number);
  if (number.length < 13) messages.number = 'Your card number is incomplete.';
  else if (!/^\d{13,19}$/.test(number) || !passesLuhn(number)) messages.number = 'Your card number is invalid.';

  const expiry = readExpiry(fields.expiry);
  if (!expiry) messages.expiry = "Your card's expiration date is incomplete.";
  else if (expiry.month < 1 || expiry.month > 12) messages.expiry = "Your card's expiration month is invalid.";
  else if (hasExpired(expiry, now)) messages.expiry = "Your card's expiration date is in the past.";

  if (!/^\d{3}$/.test(fields.cvc)) messages.cvc = "Your card's security code is incomplete.";
  if (fields.name === '') messages.name = 'Enter the name on your card.';
  return messages;
}

/** Only for fields that passed `checkFields`. */
export function readCard(fields: CardFields): { number: string; card: PaidCard } {
  const number = digits(fields.number);
  const expiry = readExpiry(fields.expiry) ?? { month: 0, year: 0 };
  const bank = askBank(number);
  return {
    number,
    card: {
      brand: 'visa',
      last4: number.slice(-4),
      expMonth: expiry.month,
      expYear: expiry.year,
      name: fields.name,
      cvcCheck: bank.decline?.code === 'incorrect_cvc' ? 'fail' : 'pass',
      afterwards: bank.afterwards ?? 'nothing',
    },
  };
}

const digits = (text: string): string => text.replaceAll(/[\s-]/g, '');

function passesLuhn(number: string): boolean {
  const sum = number
    .split('')
    .toReversed()
    .reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

function readExpiry(text: string): { month: number; year: number } | undefined {
  const match = /^(\d{1,2})\s*[/-]?\s*(\d{2}|\d{4})$/.exec(text);
  if (!match) return undefined;
  const [, month = '', year = ''] = match;
  return { month: Number(month), year: year.length === 2 ? 2000 + Number(year) : Number(year) };
}

/** A card is good until the last moment of its month. */
function hasExpired({ month, year }: { month: number; year: number }, now: number): boolean {
  return Date.UTC(year, month) <= now * 1000;
}
