import { expect, test } from 'vitest';
import * as z from 'zod';
import { everyRoute } from './contract.ts';

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

test('unknown keys are refused by every request schema', () => {
  for (const { name, route } of everyRoute) {
    for (const part of [route.params, route.query, route.body]) {
      if (!part) continue;
      const json = z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' });
      expect([name, json.additionalProperties]).toEqual([name, false]);
    }
  }
});

test('a webhook is read as it came, because its signature is over the bytes', () => {
  const webhooks = everyRoute.filter(({ route }) => route.from === 'webhook');
  expect(webhooks.filter(({ route }) => !route.raw)).toEqual([]);
});
