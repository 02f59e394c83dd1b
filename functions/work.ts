import type { Cookie } from '@azure/functions';
import { uuidv7 } from '#domain/kernel/ids.ts';
import type { Caller } from '#domain/kernel/access.ts';
import { auditStore } from './audit/audit-store.ts';
import { customerStore } from './customers/customer-store.ts';
import { exportStore } from './exports/export-store.ts';
import { fileStore } from './files/file-store.ts';
import { forecastStore } from './forecasts/forecast-store.ts';
import { groupStore } from './groups/group-store.ts';
import { importStore } from './imports/import-store.ts';
import { bulkStore } from './members/bulk-store.ts';
import { invitationStore } from './members/invitation-store.ts';
import { memberStore } from './members/member-store.ts';
import { notificationStore } from './notifications/notification-store.ts';
import { paymentStore } from './payments/payment-store.ts';
import { photoStore } from './photos/photo-store.ts';
import { placeStore } from './places/place-store.ts';
import { clientAddressIn } from './platform/client-address.ts';
import { mailerOf } from './platform/mail.ts';
import { liveOf } from './platform/pubsub.ts';
import { stripe, stripeOn } from './platform/stripe.ts';
import { presenceStore } from './presence/presence-store.ts';
import { rateStore } from './rates/rate-store.ts';
import { logoStore } from './receipts/logo-store.ts';
import { receiptDetailsStore } from './receipts/receipt-details-store.ts';
import { receiptStore } from './receipts/receipt-store.ts';
import { roomStore } from './rooms/room-store.ts';
import { seatStore } from './rooms/seat-store.ts';
import { rebuildStore } from './segments/rebuild-store.ts';
import { segmentSettingsStore } from './segments/segment-settings-store.ts';
import { segmentStore } from './segments/segment-store.ts';
import { stripeAccountStore } from './stripe-accounts/stripe-account-store.ts';
import { taskStore } from './tasks/task-store.ts';
import { trendStore } from './trends/trend-store.ts';
import { signInRulesStore } from './workspaces/sign-in-rules-store.ts';
import { workspaceStore } from './workspaces/workspace-store.ts';

const clock = { now: () => new Date(), newId: () => uuidv7(Date.now()) };

/** One workspace's data and what happens in it. There is no way to get it without saying whose. */
export const storesOf = (workspaceId: string, report: (error: unknown) => void) => ({
  workspaceId,
  workspace: workspaceStore(workspaceId),
  signInRules: signInRulesStore(workspaceId),
  members: memberStore(workspaceId),
  invitations: invitationStore(workspaceId),
  bulk: bulkStore(workspaceId),
  tasks: taskStore(workspaceId),
  rooms: roomStore(workspaceId),
  seats: seatStore(workspaceId),
  files: fileStore(workspaceId),
  photos: photoStore(workspaceId),
  payments: paymentStore(workspaceId),
  stripeAccount: stripeAccountStore(workspaceId),
  rates: rateStore(workspaceId),
  receipts: receiptStore(workspaceId),
  receiptDetails: receiptDetailsStore(workspaceId),
  logos: logoStore(workspaceId),
  customers: customerStore(workspaceId),
  segments: segmentStore(workspaceId),
  segmentSettings: segmentSettingsStore(workspaceId),
  forecasts: forecastStore(workspaceId),
  groups: groupStore(workspaceId),
  rebuilds: rebuildStore(workspaceId),
  trends: trendStore(workspaceId),
  places: placeStore(workspaceId),
  imports: importStore(workspaceId),
  exports: exportStore(workspaceId),
  audit: auditStore(workspaceId),
  notifications: notificationStore(workspaceId),
  presence: presenceStore(workspaceId),
  live: liveOf(workspaceId, report),
});

/** A request before anybody is known. */
export const visitOf = (headers: Headers, report: (error: unknown) => void) => ({
  ...clock,
  headers,
  address: clientAddressIn(headers),
  /** Filled by use cases, sent by `serve`. */
  cookies: [] as Cookie[],
  report,
  sendMail: mailerOf(report),
  in: (workspaceId: string) => storesOf(workspaceId, report),
});
export type Visit = ReturnType<typeof visitOf>;

/** All that a use case may touch, already bound to the caller's workspace. */
export const workFor = (caller: Caller, visit: Visit) => ({
  ...visit,
  ...storesOf(caller.workspaceId, visit.report),
  caller,
  stripe,
  stripeOn,
});
export type Work = ReturnType<typeof workFor>;

/** What triggers without a person (feeds, queues, timers, webhooks) may touch. */
export const systemWork = (workspaceId: string, report: (error: unknown) => void) => ({
  ...clock,
  ...storesOf(workspaceId, report),
  in: (id: string) => storesOf(id, report),
  report,
  sendMail: mailerOf(report),
  stripe,
  stripeOn,
});
export type SystemWork = ReturnType<typeof systemWork>;
