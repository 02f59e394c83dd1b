import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { ExchangeRate, type ExchangeRateDraft } from '#domain/rates/rate.ts';
import { container, documents, isStatus } from '#functions/platform/cosmos.ts';

const workspaces = container('workspaces');
const kind = 'rate';
const Stored = ExchangeRate.extend({ id: z.string() });

type Named = Pick<ExchangeRate, 'currency' | 'from'>;
const idOf = ({ currency, from }: Named): string => `${kind}-${currency}-${from}`;

/** Exchange rates of one workspace: one for each currency and day. */
export const rateStore = (workspaceId: string) => {
  const mark = { workspaceId, kind };
  const { all, get } = documents('The rate', workspaces, Stored, workspaceId, mark);

  return {
    /** By currency, the newest first. */
    async list(): Promise<ExchangeRate[]> {
      const rates = await all({ query: `SELECT * FROM c WHERE c.kind = '${kind}'` });
      return rates.toSorted((a, b) => a.currency.localeCompare(b.currency) || b.from.localeCompare(a.from));
    },

    async set(draft: ExchangeRateDraft): Promise<ExchangeRate> {
      const id = idOf(draft);
      await workspaces.items.upsert({ ...draft, ...mark, id });
      return get(id);
    },

    async remove(named: Named): Promise<void> {
      try {
        await workspaces.item(idOf(named), workspaceId).delete();
      } catch (error) {
        if (isStatus(error, 404)) throw problems.notFound('The rate');
        throw error;
      }
    },
  };
};
