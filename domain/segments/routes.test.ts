import { expect, test } from 'vitest';
import { rolesWith } from '#domain/kernel/rights.ts';
import { segmentRoutes } from './routes.ts';

test.each(Object.entries(segmentRoutes))(
  'W6 what customers spend is nobody’s but the leaders’: %s',
  (_, { access }) => {
    expect(['admin', 'manager']).toEqual(expect.arrayContaining(rolesWith(access)));
  },
);
