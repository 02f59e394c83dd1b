import { ErrorResponse } from '@azure/cosmos';
import { RestError } from '@azure/storage-blob';
import { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { redacted, redactedError } from './redacted.ts';

const ada = 'Ada Lovelace <ada@example.com>';

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

const cosmosError = Object.assign(new ErrorResponse(`Entity ${ada} exists`), { code: 409, activityId: 'a-1' });
const stripeError = new Stripe.errors.StripeInvalidRequestError({
  type: 'invalid_request_error',
  code: 'resource_missing',
  message: `No such customer: ${ada}`,
  requestId: 'req_1',
});
const schema = z.object({ email: z.email(), age: z.int() });
const refused = Object.assign(new Error(`550 ${ada} unknown`), { code: 'EENVELOPE' });

test.each([
  ['of Cosmos DB', cosmosError, { type: 'Error', code: '409', requestId: 'a-1' }],
  ['of Stripe', stripeError, { code: 'resource_missing', requestId: 'req_1' }],
  ['of Blob Storage', new RestError(ada, { code: 'BlobNotFound', statusCode: 404 }), { code: 'BlobNotFound' }],
  ['of a mail server', refused, { type: 'Error', code: 'EENVELOPE' }],
  ['of a parser', thrownBy(() => JSON.parse(`{"name":${ada}`)), { type: 'SyntaxError' }],
  ['of a schema', schema.safeParse({ email: ada, age: ada }).error, { type: 'ZodError', code: 'invalid_format/email' }],
  ['of the product', problems.conflict(`${ada} is there already`), { code: '/problems/conflict' }],
  [
    'of the network',
    new TypeError('fetch failed', { cause: Object.assign(new Error(ada), { code: 'ECONNREFUSED' }) }),
    { code: 'ECONNREFUSED' },
  ],
  ['that is a text', ada, { type: 'string' }],
  ['whose code is an address', Object.assign(new Error('x'), { code: ada, name: ada }), { type: 'Error' }],
  ['of several lines that look like places', new Error(`x\n    at ${ada}:1:1\n    at ${ada}:1:2`), { type: 'Error' }],
])('F042 an error %s is told by its kind, without what it says', (_, error, expected) => {
  const told = redacted(error);
  expect(told).toMatchObject(expected);
  const thrown = redactedError(error);
  for (const text of [JSON.stringify(told), thrown.message, thrown.stack, thrown.name])
    expect(text).not.toMatch(/Ada|example\.com/);
});

test('where in the code it happened is told, innermost first', () => {
  const { stack } = redacted(new Error(ada));
  expect(stack[0]).toMatch(/^at .*redacted\.test\.ts:\d+:\d+/);
});
