// Which files answer the routes of which module.
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { contract, everyRoute } from '#domain/contract.ts';
import { type Load, whenCalled } from './platform/called.ts';

const files = {
  accounts: () => import('./accounts/accounts.http.ts'),
  audit: () => import('./audit/audit.http.ts'),
  customers: () => import('./customers/customers.http.ts'),
  exports: () => import('./exports/exports.http.ts'),
  factors: () => import('./factors/factors.http.ts'),
  files: () => import('./files/files.http.ts'),
  forecasts: () => import('./forecasts/forecasts.http.ts'),
  groups: () => import('./groups/groups.http.ts'),
  health: () => import('./health/health.http.ts'),
  imports: () => import('./imports/imports.http.ts'),
  logins: () => import('./logins/logins.http.ts'),
  members: () => import('./members/members.http.ts'),
  notifications: () => import('./notifications/notifications.http.ts'),
  payments: () => import('./payments/payments.http.ts'),
  photos: () => import('./photos/photos.http.ts'),
  places: () => import('./places/places.http.ts'),
  presence: () => import('./presence/presence.http.ts'),
  profile: () => import('./profile/profile.http.ts'),
  rates: () => import('./rates/rates.http.ts'),
  realtime: () => import('./realtime/realtime.http.ts'),
  receipts: () => import('./receipts/receipts.http.ts'),
  reports: () => import('./reports/reports.http.ts'),
  rooms: () => Promise.all([import('./rooms/rooms.http.ts'), import('./rooms/seats.http.ts')]),
  segments: () => import('./segments/segments.http.ts'),
  sessions: () => import('./sessions/sessions.http.ts'),
  stripeAccounts: () => import('./stripe-accounts/stripe-accounts.http.ts'),
  tasks: () => import('./tasks/tasks.http.ts'),
  trends: () => import('./trends/trends.http.ts'),
  workspaces: () => import('./workspaces/workspaces.http.ts'),
} satisfies Record<keyof typeof contract, Load>;

/** One route, one Azure function. */
for (const { name, module, route } of everyRoute) {
  app.http(name, {
    methods: [route.method],
    route: route.path,
    authLevel: 'anonymous',
    handler: whenCalled<HttpRequest, HttpResponseInit>(name, files[module]),
  });
}
