import type { Container, OperationInput } from '@azure/cosmos';
import type { Member } from '#domain/members/member.ts';
import { maxBatch, runBatch } from '#functions/platform/batch.ts';
import { adminRoster } from './admin-roster.ts';

export type Write = { member: Omit<Member, 'version'>; operation: OperationInput };
export type Outcome = 'done' | 'lost-race' | 'last-admin';

/** One place is kept for the roster. */
export const mostAtOnce = maxBatch - 1;

/** Writes members and, where admins come or go, the roster: all of it or nothing. */
export function memberWriter(members: Container, workspaceId: string) {
  const roster = adminRoster(members, workspaceId);
  return {
    adminIds: async (): Promise<readonly string[]> => (await roster.read()).adminIds,

    /** Null: the roster stays as it is, so a single write needs no batch. */
    async rosterWrite(changed: Write['member'][]): Promise<OperationInput | 'last-admin' | null> {
      const next = roster.operationFor(await roster.read(), changed);
      if (!next) return null;
      return next.adminIds.length === 0 ? 'last-admin' : next.write;
    },

    async write(writes: readonly Write[]): Promise<Outcome> {
      const ofRoster = await this.rosterWrite(writes.map(({ member }) => member));
      if (ofRoster === 'last-admin') return 'last-admin';
      const operations = [...writes.map(({ operation }) => operation), ...(ofRoster ? [ofRoster] : [])];
      return runBatch(members, operations, workspaceId);
    },
  };
}
export type MemberWriter = ReturnType<typeof memberWriter>;
