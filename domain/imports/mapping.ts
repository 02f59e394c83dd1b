import * as z from 'zod';
import { DateForm } from './day-text.ts';
import { DecimalMark } from './amount-text.ts';

/** A column's place in the file, from 0. */
const Column = z.int().min(0).max(1000);

const fields = {
  /** The business's own number or name for the customer; without one, the e-mail address or the name is it. */
  customerColumn: Column.nullable(),
  emailColumn: Column.nullable(),
  nameColumn: Column.nullable(),
  dateColumn: Column,
  amountColumn: Column,
  currencyColumn: Column.nullable(),
  placeColumn: Column.nullable().default(null),
  countryColumn: Column.nullable().default(null),
  bornColumn: Column.nullable().default(null),
  dateForm: DateForm,
  decimalMark: DecimalMark,
};

/** What the columns of a file are. */
export const Mapping = z
  .strictObject(fields)
  .refine(({ customerColumn, emailColumn, nameColumn }) => (customerColumn ?? emailColumn ?? nameColumn) !== null, {
    path: ['customerColumn'],
    message: 'Please choose what names the customer',
  })
  .refine(({ placeColumn, countryColumn }) => countryColumn === null || placeColumn !== null, {
    path: ['placeColumn'],
    message: 'Please choose the town too: a country alone is no place',
  });
export type Mapping = z.infer<typeof Mapping>;

/** Null where the file does not say it clearly. */
export const MappingGuess = z.object({
  ...fields,
  dateColumn: Column.nullable(),
  amountColumn: Column.nullable(),
  dateForm: DateForm.nullable(),
});
export type MappingGuess = z.infer<typeof MappingGuess>;

export type MappedColumn = Extract<keyof Mapping, `${string}Column`>;
