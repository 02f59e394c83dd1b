import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Route } from '#domain/kernel/route.ts';
import { accountRoutes } from './routes.ts';

const routes: Record<string, Route> = accountRoutes;
const fields = Object.entries(routes).flatMap(([name, { body }]) =>
  body instanceof z.ZodObject ? Object.keys(body.shape).map((field) => [name, field] as const) : [],
);

test.each(fields)('ASVS 6.4.2 no hint and no question: %s asks for "%s"', (_, field) => {
  expect(field).not.toMatch(/hint|question|answer/i);
});

test('ASVS 6.2.10 no answer speaks of an age of the password', () => {
  expect(JSON.stringify(z.toJSONSchema(accountRoutes.signIn.result))).not.toMatch(/expire|rotat/i);
});
