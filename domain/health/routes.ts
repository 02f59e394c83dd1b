import * as z from 'zod';
import { route } from '#domain/kernel/route.ts';

const State = z.enum(['ok', 'failed']);

export const healthRoutes = {
  check: route({
    method: 'GET',
    path: 'health',
    summary: 'Whether the API and each thing it depends on answers',
    access: 'public',
    result: z
      .object({
        status: State,
        /** What this program writes, and what every stored document has reached; null where the database does not say. */
        schema: z.object({ program: z.int(), stored: z.int().nullable(), state: State }),
        dependencies: z.object({ cosmos: State, storage: State, pubsub: State, stripe: State, mail: State }),
      })
      .meta({ id: 'Health' }),
  }),
  openapi: route({
    method: 'GET',
    path: 'openapi.json',
    summary: 'This contract as OpenAPI 3.1',
    access: 'public',
    result: z.record(z.string(), z.unknown()),
  }),
};
