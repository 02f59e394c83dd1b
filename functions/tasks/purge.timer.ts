import { report } from '#functions/platform/report.ts';
import { onSchedule } from '#functions/platform/timer.ts';
import { purgeDeleted } from './purge-deleted.ts';

onSchedule('tasks-purge', (now) => purgeDeleted(now, report));
