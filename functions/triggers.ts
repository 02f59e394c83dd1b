// What runs without a person asking: from which container, queue or clock, and in which file it is.
import { addFeed } from './platform/feed.ts';
import { addQueue } from './platform/queue.ts';
import { addTimer } from './platform/timer.ts';

const inbox = () => import('./payments/payments.events.ts');
// Each asks Stripe, and all at once.
addFeed('payments-inbox', { container: 'inbox', mostAtOnce: 16, load: inbox });

const segments = () => import('./segments/segments.events.ts');
addFeed('segments-recompute', { container: 'payments', mostAtOnce: 1000, load: segments });
addFeed('segments-facts', { container: 'customers', mostAtOnce: 1000, load: segments });

const receipts = () => import('./receipts/receipts.events.ts');
addFeed('receipts-issue', { container: 'payments', pollMs: 500, load: receipts });
addQueue('receipts-mail', { queue: 'receipts', load: receipts });

const seats = () => import('./rooms/seats.events.ts');
addFeed('rooms-follow-tasks', { container: 'tasks', load: seats });
addFeed('rooms-follow-members', { container: 'workspaces', pollMs: 1000, load: seats });
// Of a room that was written often meanwhile, a feed brings the head once: the further it is behind, the less it does.
addFeed('rooms-keep-seats', { container: 'rooms', mostAtOnce: 500, load: seats });

const happenings = () => import('./rooms/rooms.events.ts');
addFeed('rooms-note-payments', { container: 'payments', pollMs: 500, load: happenings });
addFeed('rooms-note-tasks', { container: 'tasks', pollMs: 500, load: happenings });

const notifications = () => import('./notifications/notifications.events.ts');
// A bell may ring a second late; asking costs also where nothing happens.
for (const container of ['rooms', 'tasks', 'payments', 'workspaces'])
  addFeed(`notifications-${container}`, { container, pollMs: 1000, load: notifications });
addQueue('notifications-send', { queue: 'notify', load: () => import('./notifications/notifications.queue.ts') });

const imports = () => import('./imports/imports.events.ts');
addFeed('imports-watch-steps', { container: 'jobs', load: imports });
addQueue('imports-watch', { queue: 'imports-watch', load: imports });
addQueue('imports-step', { queue: 'imports', load: () => import('./imports/imports.queue.ts') });

// What it notes is needed in 30 days.
const profiles = () => import('./profile/profile.events.ts');
addFeed('profile-note-members', { container: 'workspaces', pollMs: 5000, load: profiles });

addQueue('members-bulk-step', { queue: 'bulk', load: () => import('./members/members.queue.ts') });
addQueue('segments-run-rebuild', { queue: 'segments', load: () => import('./segments/segments.queue.ts') });
// In Azure an Event Grid subscription puts the scan results here.
addQueue('files-note-scan', { queue: 'file-scans', load: () => import('./files/files.queue.ts') });
addQueue('exports-run', { queue: 'exports', load: () => import('./exports/exports.queue.ts') });

addTimer('payments-reconcile', {
  schedule: '0 */15 * * * *',
  load: () => import('./payments/reconcile.timer.ts'),
});
addTimer('segments-nightly', { schedule: '0 5 * * * *', load: () => import('./segments/segments.timer.ts') });
addTimer('schema-migrate', { schedule: '0 */5 * * * *', load: () => import('./schema/schema.timer.ts') });
addTimer('profile-erase', { schedule: '0 20 3 * * *', load: () => import('./profile/erase.timer.ts') });
addTimer('exports-remove-old', { schedule: '0 40 3 * * *', load: () => import('./exports/exports.timer.ts') });
addTimer('imports-remove-old', { schedule: '0 45 3 * * *', load: () => import('./imports/imports.timer.ts') });
addTimer('files-purge', { schedule: '0 40 3 * * *', load: () => import('./files/files.timer.ts') });
addTimer('tasks-purge', { schedule: '0 50 3 * * *', load: () => import('./tasks/purge.timer.ts') });
