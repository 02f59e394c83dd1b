import { createAdapterFactory, type CustomAdapter } from 'better-auth/adapters';
import { type Points, points } from '#functions/platform/points.ts';
import { keysOf } from './keys.ts';
import { order, type Row } from './matching.ts';
import { rowsOf } from './rows.ts';
import { sessionSecondsToLive } from './session-life.ts';

const config = {
  adapterId: 'cosmos',
  adapterName: 'Cosmos DB, point operations',
  supportsNumericIds: false,
  supportsDates: false,
  supportsBooleans: true,
  supportsJSON: true,
  supportsArrays: true,
  transaction: false,
} as const;

/** Longer than any row of the model can be of use, from its last write; Cosmos DB sweeps the rest. */
const secondsToLive: Record<string, number> = { session: sessionSecondsToLive, verification: 24 * 3600 };

const refuseScan = (model: string): never => {
  throw new Error(`No key leads to these rows of ${model}`);
};

/** better-auth's storage: a row document, a pointer for each unique value, a list for each indexed one. */
export const storeAdapter = (over: Points = points, everyId: (model: string) => string[] = refuseScan) =>
  createAdapterFactory({
    config,
    adapter: ({ schema, getDefaultModelName, getFieldName }) => {
      const rows = (model: string) => {
        const name = getDefaultModelName(model);
        return rowsOf(over, { model, keys: keysOf(name, schema[name]!), ttl: secondsToLive[name], everyId });
      };
      const adapter: Untyped<Methods> = {
        create: ({ model, data }) => rows(model).add(data as Row),

        findOne: async ({ model, where }) => (await rows(model).find(where))[0]?.value.row ?? null,

        async findMany({ model, where = [], sortBy, limit, offset = 0, select }) {
          const found = (await rows(model).find(where)).map(({ value }) => value.row);
          if (sortBy) {
            const field = getFieldName({ model, field: sortBy.field });
            const sign = sortBy.direction === 'desc' ? -1 : 1;
            found.sort((a, b) => sign * order(a[field], b[field]));
          }
          const page = found.slice(offset, offset + limit);
          return select?.length
            ? page.map((row) =>
                only(
                  row,
                  select.map((field) => getFieldName({ model, field })),
                ),
              )
            : page;
        },

        count: async ({ model, where = [] }) => (await rows(model).find(where)).length,

        async update({ model, where, update }) {
          const [first] = where.length ? await rows(model).find(where) : [];
          return first ? rows(model).change(first, where, (row) => Object.assign({ ...row }, update)) : null;
        },

        async updateMany({ model, where, update }) {
          const found = await rows(model).find(where);
          const changed = await Promise.all(
            found.map((one) => rows(model).change(one, where, (row) => ({ ...row, ...update }))),
          );
          return changed.filter(Boolean).length;
        },

        async delete({ model, where }) {
          const [first] = where.length ? await rows(model).find(where) : [];
          if (first) await rows(model).remove(first);
        },

        async deleteMany({ model, where }) {
          const found = await rows(model).find(where);
          return (await Promise.all(found.map((one) => rows(model).remove(one)))).filter(Boolean).length;
        },

        async consumeOne({ model, where }) {
          for (const one of await rows(model).find(where)) if (await rows(model).remove(one)) return one.value.row;
          return null;
        },

        async incrementOne({ model, where, increment, set = {} }) {
          const more = (row: Row): Row => ({ ...row, ...sums(row, increment), ...set });
          for (const one of await rows(model).find(where)) {
            const changed = await rows(model).change(one, where, more);
            if (changed) return changed;
          }
          return null;
        },
      };
      return adapter as CustomAdapter;
    },
  });

// The engine's own type promises each caller its row type; rows here are what was stored.
type Methods = Required<Omit<CustomAdapter, 'options' | 'createSchema'>>;
type Untyped<A> = { [M in keyof A]: A[M] extends (input: infer I) => unknown ? (input: I) => Promise<unknown> : never };

const only = (row: Row, fields: string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field)));

const sums = (row: Row, increment: Record<string, number>): Row =>
  Object.fromEntries(Object.entries(increment).map(([field, by]) => [field, Number(row[field] ?? 0) + by]));
