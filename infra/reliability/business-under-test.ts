import { setTimeout as wait } from 'node:timers/promises';
import { importRoutes } from '#domain/imports/routes.ts';
import type { Import } from '#domain/imports/import.ts';
import { type Problem, ProblemError } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { openBusiness, signUpCustomer } from '../people/business.ts';
import type { Person } from '../people/person.ts';
import { untilAnswered } from './until-answered.ts';

export type Customer = { person: Person; id: string; taskId: string };
export type Business = Awaited<ReturnType<typeof openForTest>>;
type Where = { origin: string; mailUrl: string };

const password = 'a password of a test';

/** A business with its admin and verified customers, each with the task that is their room. */
export async function openForTest(where: Where, customerCount: number) {
  const slug = `business-${crypto.randomUUID().slice(0, 8)}`;
  const opening = { businessName: 'A business', slug, currency: 'USD', timeZone: 'Europe/Oslo', password };
  const { person: admin, me } = await openBusiness(where, {
    ...opening,
    name: 'Ines Halvorsen',
    email: `admin@${slug}.example`,
  });

  const customers: Customer[] = [];
  for (let count = 1; count <= customerCount; count += 1) {
    const joining = { slug, name: `Customer ${count}`, email: `${count}@${slug}.example`, password, task: 'A ring' };
    const { person, me: joined } = await signUpCustomer(where, joining);
    await admin.call(memberRoutes.verify, { params: { memberId: joined.member.id } });
    const { items } = await person.call(taskRoutes.list);
    customers.push({ person, id: joined.member.customerId!, taskId: items[0]!.id });
  }

  const upload = async (file: Blob): Promise<Import> => {
    const { status, body } = await admin.send(importRoutes.start, { file, fileName: 'history.csv' });
    if (status >= 300) throw new ProblemError(body as Problem);
    return importRoutes.start.result.parse(body);
  };
  const stateOf = async (importId: string) =>
    (await untilAnswered(() => admin.call(importRoutes.get, { params: { importId } }))).state;
  const until = async (importId: string, wanted: Import['state']): Promise<void> => {
    while ((await stateOf(importId)) !== wanted) await wait(100);
  };

  return {
    ...where,
    slug,
    currency: 'USD' as const,
    workspaceId: me.workspace.id,
    admin,
    customers,
    /** From the file to the yes: its rows are on their way. */
    bringIn: async (file: Blob): Promise<Import> => {
      const { id: importId } = await untilAnswered(() => upload(file));
      await until(importId, 'checked');
      return untilAnswered(() => admin.call(importRoutes.run, { params: { importId } }));
    },
    isIn: (importId: string) => until(importId, 'done'),
  };
}
