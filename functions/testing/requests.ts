import { accountRequests } from './account-requests.ts';
import { customerRequests } from './customer-requests.ts';
import { exportRequests } from './export-requests.ts';
import { factorRequests } from './factor-requests.ts';
import { fileRequests } from './file-requests.ts';
import { importRequests } from './import-requests.ts';
import { loginRequests } from './login-requests.ts';
import { memberRequests } from './member-requests.ts';
import { notificationRequests } from './notification-requests.ts';
import { paymentRequests } from './payment-requests.ts';
import { presenceRequests } from './presence-requests.ts';
import { profileRequests } from './profile-requests.ts';
import { receiptRequests } from './receipt-requests.ts';
import { reportRequests } from './report-requests.ts';
import { roomRequests } from './room-requests.ts';
import { segmentRequests } from './segment-requests.ts';
import { sessionRequests } from './session-requests.ts';
import { staffPaymentRequests } from './staff-payment-requests.ts';
import { stripeAccountRequests } from './stripe-account-requests.ts';
import { taskRequests } from './task-requests.ts';
import { type Accepted, type Make, type Named, plain } from './making.ts';
import type { Business } from './two-businesses.ts';

const accepted: Record<string, Make> = {
  ...accountRequests,
  ...customerRequests,
  ...exportRequests,
  ...factorRequests,
  ...fileRequests,
  ...importRequests,
  ...loginRequests,
  ...memberRequests,
  ...notificationRequests,
  ...paymentRequests,
  ...presenceRequests,
  ...profileRequests,
  ...receiptRequests,
  ...reportRequests,
  ...roomRequests,
  ...segmentRequests,
  ...sessionRequests,
  ...staffPaymentRequests,
  ...stripeAccountRequests,
  ...taskRequests,
  'realtime-negotiate': plain,
};

/** A request the API says yes to. A route that only reads needs no line here; one that does something does. */
export async function acceptedRequest({ name, route }: Named, business: Business): Promise<Accepted> {
  const special = accepted[name];
  if (special) return special(business, route);
  if (route.method !== 'GET') throw new Error(`${name} has no accepted request in functions/testing/*-requests.ts`);
  return plain(business, route);
}
