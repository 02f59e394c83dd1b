import { ChangeFeedStartFrom, type Container } from '@azure/cosmos';
import type { Document } from '#domain/schema/migrations.ts';

/** As the change feed brings it. */
export type Stored = Document & { _etag: string; _ts: number; ttl?: number };

const pageSize = 100;

/** A whole container by its change feed: that also brings what is written while one reads. */
export function pagesOf(container: Container, continuation: string | null) {
  const changeFeedStartFrom = continuation
    ? ChangeFeedStartFrom.Continuation(continuation)
    : ChangeFeedStartFrom.Beginning();
  return container.items.getChangeFeedIterator<Stored>({ changeFeedStartFrom, maxItemCount: pageSize });
}
