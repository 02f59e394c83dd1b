import * as z from 'zod';
import { beginningOf, type ChainEnd } from '#domain/audit/chain.ts';
import { container, isStatus } from '#functions/platform/cosmos.ts';

/** The months of a workspace that have entries, oldest first; entries are added to the last one only. */
const Chain = z.object({ months: z.array(z.string()), _etag: z.string() });
export type Chain = z.infer<typeof Chain>;

/** The end of a month's part of the chain. `next` seals it: from then on nothing is added to this month. */
const Head = z.object({ seq: z.int(), hash: z.string(), next: z.string().nullable(), _etag: z.string() });
export type Head = z.infer<typeof Head>;

const audit = container('audit');
const ifMatch = (etag: string) => ({ accessCondition: { type: 'IfMatch', condition: etag } });

/** What holds the months of one workspace together: a chain document, and a head in each month. */
export function chainDocuments(workspaceId: string) {
  const chainKey = [workspaceId, 'chain'];
  const chainBody = (months: string[]) => ({ id: 'chain', workspaceId, month: 'chain', months });

  async function chain(): Promise<Chain | null> {
    const { resource } = await audit.item('chain', chainKey).read<object>();
    return resource ? Chain.parse(resource) : null;
  }

  async function headOf(month: string): Promise<Head | null> {
    const { resource } = await audit.item('head', [workspaceId, month]).read<object>();
    return resource ? Head.parse(resource) : null;
  }

  const headBody = (month: string, end: ChainEnd, next: string | null = null) => ({
    seq: end.seq,
    hash: end.hash,
    next,
    id: 'head',
    kind: 'head',
    workspaceId,
    month,
  });

  /** What the first entry of the last month comes after: the month before it is sealed, so this does not move. */
  async function endBefore({ months }: Chain): Promise<ChainEnd> {
    const before = months.at(-2);
    return (before && (await headOf(before))) || beginningOf(workspaceId);
  }

  /** Opens a month. The one before is sealed first, so that no late entry can fork the chain. */
  async function open(known: Chain | null, month: string): Promise<void> {
    if (!known) return attempt(audit.items.create(chainBody([month])));
    const next = await seal(known, month);
    const longer = chainBody([...known.months, next]);
    await attempt(audit.item('chain', chainKey).replace(longer, ifMatch(known._etag)));
  }

  /** The month that comes next: the one asked for, or what somebody else sealed this one with before. */
  async function seal(known: Chain, next: string): Promise<string> {
    const month = known.months.at(-1)!;
    for (;;) {
      const head = await headOf(month);
      if (head?.next) return head.next;
      const sealed = headBody(month, head ?? (await endBefore(known)), next);
      const item = audit.item('head', [workspaceId, month]);
      await attempt(head ? item.replace(sealed, ifMatch(head._etag)) : audit.items.create(sealed));
    }
  }

  return { chain, headOf, headBody, endBefore, open };
}

/** Somebody else may be first: the next look shows what they did. */
async function attempt(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (![404, 409, 412].some((status) => isStatus(error, status))) throw error;
  }
}
