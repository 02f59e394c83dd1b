import { expect, test } from 'vitest';
import * as z from 'zod';
import { everyRoute } from './contract.ts';
import { defaultMaxBytes } from './kernel/route.ts';
import { rights } from './kernel/rights.ts';
import { Me, SignedIn } from './members/member.ts';

test('no two routes answer the same method and path', () => {
  const keys = everyRoute.map(({ route }) => `${route.method} ${route.path.replace(/\{\w+\}/g, '{}')}`);
  expect(keys).toEqual([...new Set(keys)]);
});

test('every parameter of a path is in the params schema, and the other way round', () => {
  for (const { name, route } of everyRoute) {
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect([name, Object.keys(route.params?.shape ?? {})]).toEqual([name, inPath]);
  }
});

test('ASVS 8.2.3 unknown keys are refused by every request schema: nobody sets a field they were not given', () => {
  for (const { name, route } of everyRoute) {
    for (const part of [route.params, route.query, route.body]) {
      if (!part) continue;
      const json = z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' });
      // A schema with a name stands among the definitions.
      const root = json.$ref ? json.$defs![json.$ref.replace('#/$defs/', '')]! : json;
      const objects = root.oneOf ?? root.anyOf ?? [root];
      expect([name, objects.filter((one) => one.additionalProperties !== false)]).toEqual([name, []]);
    }
  }
});

test('an id of two dots, which a client takes out of a path before it sends it, leads to no other deletion', () => {
  const deleting = everyRoute.filter(({ route }) => route.method === 'DELETE').map(({ route }) => route.path);
  const tidied = deleting.filter((path) => path.endsWith('}')).map((path) => path.split('/').slice(0, -2).join('/'));
  expect(tidied.filter((path) => deleting.includes(path))).toEqual([]);
});

test('ASVS 8.1.1 every route names a right of the table, or says that it needs none', () => {
  const known = ['public', 'signed-in', ...Object.keys(rights)];
  expect(everyRoute.filter(({ route }) => !known.includes(route.access)).map(({ name }) => name)).toEqual([]);
});

/** Each object of a schema, however deep, that lets more through than the fields it names. */
const openObjects = (json: unknown): unknown[] => {
  if (typeof json !== 'object' || json === null) return [];
  const isOpen = 'properties' in json && !('additionalProperties' in json && json.additionalProperties === false);
  return [...(isOpen ? [json] : []), ...Object.values(json).flatMap(openObjects)];
};

test('ASVS 8.1.2 every answer names its fields: what is stored beside them never leaves by accident', () => {
  const answering = everyRoute.filter(({ route }) => route.result);
  const open = answering.filter(({ route }) => openObjects(z.toJSONSchema(route.result!, { io: 'output' })).length > 0);
  expect(answering.length).toBeGreaterThan(20);
  expect(open.map(({ name }) => name)).toEqual([]);
});

test('ASVS 5.1.1 every route that takes a file says which kinds it takes and how large one may be', () => {
  const taking = everyRoute.filter(({ route }) => route.raw && route.from !== 'webhook');
  expect(taking.length).toBeGreaterThan(0);
  for (const { name, route } of taking) {
    expect([name, route.raw!.types]).toEqual([name, expect.arrayContaining([expect.stringMatching(/^\w+\/[\w.-]+$/)])]);
    expect([name, route.maxBytes]).toEqual([
      name,
      expect.toSatisfy((max) => max > defaultMaxBytes && max <= 26_214_400),
    ]);
  }
});

test('ASVS 7.6.2 what opens a session is a POST, so that no link of a mail or of another site does it', () => {
  const opening = everyRoute.filter(({ route }) => route.result === Me || route.result === SignedIn);
  const reading = ['members-me'];
  expect(opening.length).toBeGreaterThan(reading.length);
  expect(opening.filter(({ route }) => route.method === 'GET').map(({ name }) => name)).toEqual(reading);
});

test('a webhook is read as it came, because its signature is over the bytes', () => {
  const webhooks = everyRoute.filter(({ route }) => route.from === 'webhook');
  expect(webhooks.filter(({ route }) => !route.raw)).toEqual([]);
});
