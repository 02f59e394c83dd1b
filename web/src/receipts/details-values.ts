import type { ReceiptDetails, ReceiptDetailsChange } from '#domain/receipts/receipt.ts';
import type { ConflictField } from '#web/platform/conflict.tsx';

export type DetailsValues = Omit<ReceiptDetailsChange, 'version'>;

export const labels = {
  name: 'Name of the business',
  address: 'Address',
  taxNumber: 'Tax number',
  email: 'E-mail address',
  footer: 'Words at the foot',
} as const satisfies Record<keyof DetailsValues, string>;
const fields = Object.keys(labels) as (keyof DetailsValues)[];

export const valuesOf = ({ name, address, taxNumber, email, footer }: ReceiptDetails): DetailsValues => ({
  name,
  address,
  taxNumber,
  email,
  footer,
});

export const sayTheSame = (one: ReceiptDetails, other: ReceiptDetails): boolean =>
  fields.every((field) => one[field] === other[field]);

/** What somebody typed, over what stands now. */
export const keepTyped = (base: ReceiptDetails, typed: DetailsValues, now: ReceiptDetails): DetailsValues => ({
  ...valuesOf(now),
  ...Object.fromEntries(typedFields(base, typed).map((field) => [field, typed[field]])),
});

/** The fields somebody typed that stand otherwise now. */
export const conflictsIn = (base: ReceiptDetails, typed: DetailsValues, now: ReceiptDetails): ConflictField[] =>
  typedFields(base, typed)
    .filter((field) => typed[field] !== now[field])
    .map((field) => ({ label: labels[field], mine: typed[field], theirs: now[field] }));

const typedFields = (base: ReceiptDetails, typed: DetailsValues): (keyof DetailsValues)[] =>
  fields.filter((field) => typed[field] !== base[field]);
