import { uuidv7 } from '#domain/kernel/ids.ts';
import { admit, newcomer } from '#domain/members/member.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { openBusiness } from '#infra/people/business.ts';
import { Person } from '#infra/people/person.ts';
import { build } from '../../build.ts';
import { startChild } from '../child.ts';
import { login } from '../lists/filled.ts';

export type Stack = {
  origin: string;
  mailUrl: string;
  settings: Record<string, string>;
  processes: Record<string, number>;
};
export type Colleague = { id: string; person: Person };
export type Business = Awaited<ReturnType<typeof startBusiness>>;

/** The built product with a business, and the product's own stores to fill it with. */
export async function startBusiness() {
  await build();
  const stack = await startChild<Stack>('stack.ts');
  const opening = { ...login, businessName: 'Bench', currency: 'USD', timeZone: 'UTC', name: 'Ada' };
  const { person: admin, me } = await openBusiness(stack.ready, opening);
  Object.assign(process.env, stack.ready.settings);
  const [{ visitOf }, { createAccount }, { startSession }] = await Promise.all([
    import('#functions/work.ts'),
    import('#functions/accounts/engine.ts'),
    import('#functions/accounts/session.ts'),
  ]);
  const workspaceId = me.workspace.id;
  const visit = () => visitOf(new Headers(), (error) => console.error(error));

  /** A verified employee with a session: as signing up leaves them, without a password to hash for each. */
  async function colleague(n: number): Promise<Colleague> {
    const ground = visit();
    const [id, accountId] = [uuidv7(Date.now()), uuidv7(Date.now())];
    const email = `colleague-${n}@bench.example`;
    await createAccount({ id: accountId, email, passwordHash: null });
    const one = {
      id,
      accountId,
      name: `Colleague ${n}`,
      email,
      age: 30,
      role: 'employee',
      joinedBy: 'password',
    } as const;
    await ground.in(workspaceId).members.add(admit(newcomer(one, ground.now()), 'employee', ground.now()));
    await startSession(ground, accountId, { workspaceId, memberId: id }, 'password');
    const person = new Person(stack.ready.origin);
    person.cookie = ground.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return { id, person };
  }

  return {
    stack,
    admin,
    stores: visit().in(workspaceId),
    async colleagues(count: number): Promise<Colleague[]> {
      const all: Colleague[] = [];
      while (all.length < count) {
        const some = Array.from({ length: Math.min(20, count - all.length) }, (_, n) => colleague(all.length + n));
        all.push(...(await Promise.all(some)));
      }
      return all;
    },
    /** A team's room with these people in it. */
    async openRoom([first, ...others]: readonly Colleague[]): Promise<string> {
      const roomId = crypto.randomUUID();
      const body = { roomId, title: 'Bench', memberIds: others.map(({ id }) => id) };
      await first!.person.call(roomRoutes.openTeam, { body });
      return roomId;
    },
  };
}
