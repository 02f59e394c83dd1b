import type { ResultOf, Route, SentTo } from '#domain/kernel/route.ts';
import { send, type Sent } from './send.ts';

/**
 * Asks what a page needs that is shown before the contract's schemas are there: its line is written again, held to the
 * contract by the type alone, and the answer is taken at its word. Every other page has `call`.
 */
export async function ask<R extends Route>(
  line: Pick<R, 'method' | 'path'>,
  sent: SentTo<R>,
  signal?: AbortSignal,
): Promise<ResultOf<R>> {
  return (await send(line, sent as Sent, signal)).json() as Promise<ResultOf<R>>;
}
