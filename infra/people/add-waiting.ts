import { uuidv7 } from '#domain/kernel/ids.ts';
import { newcomer, submitProfile } from '#domain/members/member.ts';
import { systemWork } from '#functions/work.ts';

/*
 * People who wait to be verified, written through the product's own store: too many to sign up one by one.
 * node infra/people/add-waiting.ts <workspaceId> <count>, with the settings of the stack in the environment.
 */
const [workspaceId = '', count = '0'] = process.argv.slice(2);
const { members } = systemWork(workspaceId, (error) => console.error(error));
const at = new Date();

const waiting = Array.from({ length: Number(count) }, (_each, n) => {
  const ids = { id: uuidv7(at.getTime()), accountId: uuidv7(at.getTime()) };
  const one = { ...ids, name: `Newcomer ${n + 1}`, email: `newcomer.${n + 1}@example.com`, age: 20 + (n % 60) };
  const joined = newcomer({ ...one, role: 'customer', joinedBy: 'password' }, at);
  const { version: _version, ...submitted } = submitProfile({ ...joined, version: '' }, { task: 'A ring' }, at);
  return { ...submitted, customerId: uuidv7(at.getTime()) };
});
for (let from = 0; from < waiting.length; from += 50)
  await Promise.all(waiting.slice(from, from + 50).map((one) => members.add(one)));
