import type { Me } from '#domain/members/member.ts';
import type { Work } from '#functions/work.ts';

export async function readMe({ caller, members, workspace }: Work): Promise<Me> {
  const [member, business] = await Promise.all([members.get(caller.memberId), workspace.get()]);
  return { member, workspace: business, ...(caller.mustEnrol && { mustEnrol: true }) };
}
