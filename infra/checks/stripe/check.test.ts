import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from './check.mjs';

type Fixture = Record<string, unknown>;

const schemas = readJson('./stripe-schemas.json') as { $defs: Record<string, { required?: string[] }> };
// Stripe's sample of an invoice line is none of the objects checked here.
const { line_item: _, ...samples } = readJson('./fixtures-official.json') as Record<string, Fixture>;
const fixtures = Object.entries(samples);

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}

/** The samples are a little older than the SDK: fields they do not know yet are no fault of the check. */
const isNewerField = (problem: string): boolean => /must have required|no schema/.test(problem);

test.each(fixtures)("Stripe's own sample of a %s passes", (name, fixture) => {
  expect(check(fixture, name).filter((problem) => !isNewerField(problem))).toEqual([]);
});

test.each(fixtures)('every damage to a %s is found', (name, fixture) => {
  const known = new Set(check(fixture, name));
  const isFound = (damaged: Fixture) => check(damaged, name).some((problem) => !known.has(problem));
  const fields = (schemas.$defs[name]?.required ?? []).filter((field) => field !== 'object' && field in fixture);

  for (const field of fields) {
    const { [field]: value, ...without } = fixture;
    expect([field, isFound(without)]).toEqual([field, true]);
    expect([field, isFound({ ...fixture, [field]: Array.isArray(value) ? 'text' : [1] })]).toEqual([field, true]);
  }
  expect(isFound({ ...fixture, nonsense: 1 })).toBe(true);
});

test('an unknown object is a problem, not a pass', () => {
  expect(check({ object: 'unicorn' })).toEqual([': no schema for object "unicorn"']);
  expect(check(null)).toHaveLength(1);
});

test('what is left of a deleted object is its id', () => {
  expect(check({ id: 'we_1', object: 'webhook_endpoint', deleted: true })).toEqual([]);
  expect(check({ id: 'we_1', object: 'webhook_endpoint', deleted: true, url: 'https://shop.example' })).toHaveLength(1);
});

test('an event must carry the object its type names', () => {
  const { charge, event } = samples;
  const wrong = { ...event, type: 'payment_intent.succeeded', data: { object: charge } };
  expect(check(wrong)).toContain(': event type payment_intent.succeeded does not fit object charge');
});
