import { drafts } from './drafts.ts';
import { outbox } from './outbox.ts';

/** What a member wrote in this browser and the server does not have. */
export type LeftHere = { unsent: number; drafts: number };

export const leftHere = async (memberId: string): Promise<LeftHere> => ({
  unsent: (await outbox.of(memberId)).length,
  drafts: drafts.count(memberId),
});

/** The next person at this browser finds none of it. */
export async function forgetWritten(memberId: string): Promise<void> {
  drafts.forget(memberId);
  await outbox.forget(memberId);
}
