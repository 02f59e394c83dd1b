import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventTypes } from './apply-stripe-news.ts';

test('whoever makes the endpoint at Stripe is told exactly the events that are listened to', () => {
  const chapter = /^## Stripe$([^]*?)^## /m.exec(readFileSync('docs/deploying.md', 'utf8'))![1]!;
  const told = [...chapter.matchAll(/`([a-z_]+(?:\.[a-z_]+)+)`/g)].map(([, event]) => event);
  expect(new Set(told)).toEqual(new Set(eventTypes));
});
