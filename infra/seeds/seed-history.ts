import { customerRoutes } from '#domain/customers/routes.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { placeRoutes } from '#domain/places/routes.ts';
import { importPayments } from '../people/import-payments.ts';
import type { Person } from '../people/person.ts';
import { paymentHistory } from './history.ts';
import type { small } from './small.ts';

type Customer = (typeof small)[number]['customers'][number];

/** The payments of the years before, brought in as a business would. */
export async function seedHistory(
  admin: Person,
  { customers, timeZone }: { customers: number; timeZone: string },
): Promise<void> {
  const csv = paymentHistory({ today: dayIn(timeZone, new Date()), customers, seed: 11 });
  await importPayments(admin, { name: 'payments-of-two-years.csv', csv });
}

type About = { currency: string; timeZone: string } & Pick<Customer, 'lives' | 'bornOn' | 'past'>;

/** Where a customer lives, when they were born, and what they paid across the counter before. */
export async function seedPast(
  admin: Person,
  customerId: string,
  { lives, bornOn, past, currency, timeZone }: About,
): Promise<void> {
  const [town] = (await admin.call(placeRoutes.search, { query: lives })).items;
  const params = { customerId };
  const { version } = await admin.call(customerRoutes.get, { params });
  const place = { kind: 'town', townId: town!.townId! } as const;
  await admin.call(customerRoutes.changeFacts, { params, body: { place, bornOn, version } });

  for (const { daysAgo, amount, purpose } of past) {
    const paidOn = dayIn(timeZone, new Date(Date.now() - daysAgo * 86_400_000));
    const paymentId = crypto.randomUUID();
    const body = { paymentId, customerId, purpose, amount, currency, method: 'terminal', paidOn } as const;
    await admin.call(paymentRoutes.record, { body });
  }
}
