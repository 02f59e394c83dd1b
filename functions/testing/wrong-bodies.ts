import type * as z from 'zod';
import { type Field, replaced } from './hostile-values.ts';

/** A value in the place of a field, which the body's schema refuses. */
export type Wrong = { field: Field; value: unknown };
export type WrongBody = { body: unknown; wrong: Wrong[] };

const little = 1000;

/** Each of the wrong values stands in one of the bodies: several in one where none of them hides another. */
export function wrongBodies(schema: z.ZodObject, right: unknown, wrong: readonly Wrong[]): WrongBody[] {
  const different = [...new Map(wrong.map((one) => [JSON.stringify([one.field.path, one.value]), one])).values()];
  const parts = different.filter((one) => isSeenBesideOthers(schema, right, one));
  const alone = different.filter((one) => !parts.includes(one));
  return [...rounds(parts), ...alone.map((one) => [one])].map((some) => ({
    body: some.reduce((body, { field, value }) => replaced(body, field.path, value), right),
    wrong: some,
  }));
}

/**
 * What only a rule about the whole body refuses is not looked for when a field is wrong, an answer names a hundred
 * faults only, and a body can be too large.
 */
function isSeenBesideOthers(schema: z.ZodObject, right: unknown, { field, value }: Wrong): boolean {
  const name = field.path[0]!;
  const given = (replaced(right, field.path, value) as Record<string, unknown>)[name];
  const faults = schema.shape?.[name]?.safeParse(given).error?.issues.length;
  return faults === 1 && (JSON.stringify(value) ?? '').length < little;
}

/** In each round one of every field of the body. */
function rounds(parts: readonly Wrong[]): Wrong[][] {
  const byName = Map.groupBy(parts, ({ field }) => field.path[0]!);
  const length = Math.max(0, ...[...byName.values()].map((some) => some.length));
  return Array.from({ length }, (_, at) => [...byName.values()].flatMap((some) => some[at] ?? []));
}
