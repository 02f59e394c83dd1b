import type { Member } from '#domain/members/member.ts';
import { isStatus } from '#functions/platform/cosmos.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import type { SystemWork } from '#functions/work.ts';

type Ground = Pick<SystemWork, 'customers' | 'now'>;

/** The customer behind a member of that role. Its id is the member's, so that repeating makes no second one. */
export async function customerRecordOf({ customers, now }: Ground, member: Omit<Member, 'version'>): Promise<string> {
  if (member.customerId !== null) return member.customerId;
  const id = derivedId('customer', member.id);
  const { name, email } = member;
  await once(
    customers.add({
      id,
      name,
      email,
      reference: null,
      memberId: member.id,
      owner: null,
      place: null,
      bornOn: null,
      measures: null,
      createdAt: now().toISOString(),
    }),
  );
  return id;
}

/** Made by an earlier try is as good as made now. */
export async function once(adding: Promise<unknown>): Promise<void> {
  try {
    await adding;
  } catch (error) {
    if (!isStatus(error, 409)) throw error;
  }
}
