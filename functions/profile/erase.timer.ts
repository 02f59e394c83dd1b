import { report } from '#functions/platform/report.ts';
import { onSchedule } from '#functions/platform/timer.ts';
import { eraseDeleted } from './erase-deleted.ts';

onSchedule('profile-erase', (now) => eraseDeleted(now, report));
