// Each module's triggers: this list is the map of the backend.
import { app } from '@azure/functions';

import './accounts/accounts.http.ts';
import './audit/audit.http.ts';
import './customers/customers.http.ts';
import './factors/factors.http.ts';
import './health/health.http.ts';
import './imports/imports.events.ts';
import './imports/imports.http.ts';
import './imports/imports.queue.ts';
import './logins/logins.http.ts';
import './members/members.http.ts';
import './members/members.queue.ts';
import './payments/payments.http.ts';
import './payments/reconcile.timer.ts';
import './photos/photos.http.ts';
import './profile/erase.timer.ts';
import './profile/profile.events.ts';
import './profile/profile.http.ts';
import './realtime/realtime.http.ts';
import './rooms/rooms.http.ts';
import './segments/segments.events.ts';
import './segments/segments.http.ts';
import './sessions/sessions.http.ts';
import './tasks/tasks.http.ts';
import './workspaces/workspaces.http.ts';

app.setup({ enableHttpStream: true });
