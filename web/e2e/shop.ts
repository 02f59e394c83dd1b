import { memberRoutes } from '#domain/members/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { inviteColleague, openBusiness, signUpCustomer } from '#infra/people/business.ts';
import type { Person } from '#infra/people/person.ts';
import { fresh, origin, password } from './people.ts';

type Somebody = { person: Person; id: string };
export type Shop = { ines: Person; tomas: Somebody; nils: Somebody; dipika: Person; task: Task };

type Opened = { where: Parameters<typeof openBusiness>[0]; slug: string; of: (name: string) => Who; ines: Person };
type Who = { name: string; email: string; password: string };

/** A business with its admin, opened by the API; `of` makes up whoever else comes to it. */
export async function openWithInes(): Promise<Opened> {
  const where = { origin: origin(), mailUrl: process.env['STARONE_MAIL']! };
  const slug = fresh('marlow-street');
  const of = (name: string) => ({ name, email: `${name.split(' ')[0]!.toLowerCase()}@${slug}.example`, password });
  const { person: ines } = await openBusiness(where, {
    ...of('Ines Halvorsen'),
    businessName: 'Marlow Street',
    slug,
    currency: 'USD',
    timeZone: 'Europe/Oslo',
  });
  return { where, slug, of, ines };
}

/** A customer who is not verified yet. */
export async function signUp({ where, slug, of }: Opened, name: string, task: string): Promise<Somebody> {
  const { person, me } = await signUpCustomer(where, { ...of(name), slug, task });
  return { person, id: me.member.id };
}

export const verify = ({ ines }: Opened, { id }: Somebody): Promise<unknown> =>
  ines.call(memberRoutes.verify, { params: { memberId: id } });

/** An admin and a manager, and nobody who has paid. */
export async function openOffice(): Promise<{ ines: Person; magda: Person }> {
  const { where, of, ines } = await openWithInes();
  const { person: magda } = await inviteColleague(where, ines, { ...of('Magda Lindqvist'), role: 'manager' });
  return { ines, magda };
}

/** An admin, two employees and a verified customer with one task that nobody works by yet; all set up by the API. */
export async function openShop(): Promise<Shop> {
  const opened = await openWithInes();
  const { where, of, ines } = opened;
  const tomas = await inviteColleague(where, ines, { ...of('Tomas Abara'), role: 'employee' });
  const nils = await inviteColleague(where, ines, { ...of('Nils Berger'), role: 'employee' });
  const dipika = await signUp(opened, 'Dipika Sarraf', 'Ring resize, N to P');
  await verify(opened, dipika);
  const { items } = await ines.call(taskRoutes.list);
  return {
    ines,
    tomas: { person: tomas.person, id: tomas.me.member.id },
    nils: { person: nils.person, id: nils.me.member.id },
    dipika: dipika.person,
    task: items[0]!,
  };
}

/** The same, with the task in the hands of Tomas. */
export async function openShopAtWork(): Promise<Shop> {
  const shop = await openShop();
  const { id: taskId, version } = shop.task;
  const body = { employeeId: shop.tomas.id, version };
  return { ...shop, task: await shop.ines.call(taskRoutes.assign, { params: { taskId }, body }) };
}
