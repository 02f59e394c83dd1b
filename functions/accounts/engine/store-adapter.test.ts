import {
  authFlowTestSuite,
  caseInsensitiveTestSuite,
  joinsTestSuite,
  normalTestSuite,
  testAdapter,
  uuidTestSuite,
} from '@better-auth/test-utils/adapter';
import { vi } from 'vitest';
import { points } from '#functions/platform/points.ts';
import { storeAdapter } from './store-adapter.ts';

// The suite also asks for whole tables, which no key leads to and the product never does: here the ids are remembered.
const ids = new Map<string, Set<string>>();
const remembering: typeof points = {
  ...points,
  create: (key, value, ttl) => {
    const [kind, model = '', id = ''] = key.split('|');
    if (kind === 'r') ids.set(model, (ids.get(model) ?? new Set()).add(id));
    return points.create(key, value, ttl);
  },
};

const { execute } = await testAdapter({
  adapter: () => storeAdapter(remembering, (model) => [...(ids.get(model) ?? [])]),
  overrideBetterAuthOptions: (options) => ({ ...options, baseURL: 'http://localhost', logger: { disabled: true } }),
  runMigrations: () => ids.clear(),
  tests: [normalTestSuite(), authFlowTestSuite(), caseInsensitiveTestSuite(), joinsTestSuite(), uuidTestSuite()],
});

// The suite prints statistics of its own.
vi.spyOn(console, 'log').mockReturnValue();

execute();
