import { hashOf } from '../secrets.ts';
import { plain, type Row } from './matching.ts';

/** By what the rows of a model can be found. */
export type Keys = {
  /** Each a field, or several together, that no two rows share. */
  unique: string[][];
  listed: string[];
};

type Field = {
  fieldName?: string | undefined;
  unique?: boolean | undefined;
  index?: boolean | undefined;
  references?: unknown;
};
type Model = {
  fields: Record<string, Field>;
  indexes?: readonly { fields: readonly string[]; unique?: boolean | undefined }[] | undefined;
};

export function keysOf(name: string, { fields, indexes = [] }: Model): Keys {
  const stored = (field: string): string => fields[field]?.fieldName ?? field;
  const names = Object.keys(fields);
  const unique = names.filter((field) => fields[field]!.unique).map((field) => [stored(field)]);
  const together = indexes.filter((index) => index.unique).map((index) => index.fields.map(stored));
  const listed = names.filter((field) => !fields[field]!.unique && (fields[field]!.index || fields[field]!.references));

  // The engine looks these up, but does not declare them.
  if (name === 'account') {
    together.push([stored('providerId'), stored('accountId')]);
    listed.push('accountId');
  }
  return { unique: [...unique, ...together], listed: [...new Set(listed.map(stored))] };
}

export const rowKey = (model: string, id: unknown): string => `r|${model}|${String(id)}`;

export const pointerKey = (model: string, fields: readonly string[], values: readonly unknown[]): string =>
  `u|${model}|${fields.join('+')}|${hashOf(JSON.stringify(values.map(plain)))}`;

export const listKey = (model: string, field: string, value: unknown): string =>
  `i|${model}|${field}|${hashOf(JSON.stringify(plain(value)))}`;

/** Null when a part is missing: nothing is claimed then. */
export function pointerOf(model: string, fields: readonly string[], row: Row): string | null {
  const values = fields.map((field) => row[field]);
  return values.some((value) => value == null) ? null : pointerKey(model, fields, values);
}
