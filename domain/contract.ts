import { accountRoutes } from './accounts/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { customerRoutes } from './customers/routes.ts';
import { exportRoutes } from './exports/routes.ts';
import { factorRoutes } from './factors/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { forecastRoutes } from './forecasts/routes.ts';
import { groupRoutes } from './groups/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { importRoutes } from './imports/routes.ts';
import type { Route } from './kernel/route.ts';
import { loginRoutes } from './logins/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { notificationRoutes } from './notifications/routes.ts';
import { paymentRoutes } from './payments/routes.ts';
import { photoRoutes } from './photos/routes.ts';
import { placeRoutes } from './places/routes.ts';
import { presenceRoutes } from './presence/routes.ts';
import { profileRoutes } from './profile/routes.ts';
import { rateRoutes } from './rates/routes.ts';
import { realtimeRoutes } from './realtime/routes.ts';
import { receiptRoutes } from './receipts/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { roomRoutes } from './rooms/routes.ts';
import { segmentRoutes } from './segments/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { stripeAccountRoutes } from './stripe-accounts/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { trendRoutes } from './trends/routes.ts';
import { workspaceRoutes } from './workspaces/routes.ts';

/** The whole HTTP API: OpenAPI, the typed client and the standing tests read this. */
export const contract = {
  accounts: accountRoutes,
  logins: loginRoutes,
  workspaces: workspaceRoutes,
  members: memberRoutes,
  sessions: sessionRoutes,
  audit: auditRoutes,
  profile: profileRoutes,
  photos: photoRoutes,
  factors: factorRoutes,
  tasks: taskRoutes,
  rooms: roomRoutes,
  files: fileRoutes,
  presence: presenceRoutes,
  notifications: notificationRoutes,
  realtime: realtimeRoutes,
  payments: paymentRoutes,
  receipts: receiptRoutes,
  rates: rateRoutes,
  stripeAccounts: stripeAccountRoutes,
  reports: reportRoutes,
  customers: customerRoutes,
  segments: segmentRoutes,
  places: placeRoutes,
  forecasts: forecastRoutes,
  groups: groupRoutes,
  trends: trendRoutes,
  imports: importRoutes,
  exports: exportRoutes,
  health: healthRoutes,
} satisfies Record<string, Record<string, Route>>;

export const everyRoute = Object.entries(contract).flatMap(([module, routes]) =>
  Object.entries(routes).map(([action, route]) => ({
    module: module as keyof typeof contract,
    name: `${kebab(module)}-${kebab(action)}`,
    route: route as Route,
  })),
);

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
