import { dayIn } from '#domain/kernel/time.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { payOnPage } from '../people/pay.ts';
import type { Person } from '../people/person.ts';
import type { small } from './small.ts';

type Customer = (typeof small)[number]['customers'][number];
type About = { taskId: string; currency: string; timeZone: string };

/** What a customer has paid for a task, online and across the counter, and what they are asked for. */
export async function seedMoney(
  { customer, employee }: Record<'customer' | 'employee', Person>,
  { taskId, currency, timeZone }: About,
  { pays, recorded, asked }: Pick<Customer, 'pays' | 'recorded' | 'asked'>,
): Promise<void> {
  for (const amount of pays) {
    const draft = { taskId, amount, currency, attemptId: crypto.randomUUID() };
    const { url, paymentId } = await customer.call(paymentRoutes.checkout, { body: draft });
    await payOnPage(url);
    await customer.call(paymentRoutes.confirm, { params: { paymentId } });
  }
  const about = () => ({ paymentId: crypto.randomUUID(), taskId, currency });
  const paidOn = dayIn(timeZone, new Date());
  for (const taken of recorded) await employee.call(paymentRoutes.record, { body: { ...about(), ...taken, paidOn } });
  for (const wish of asked) await employee.call(paymentRoutes.request, { body: { ...about(), ...wish } });
}
