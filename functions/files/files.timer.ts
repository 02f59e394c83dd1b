import { report } from '#functions/platform/report.ts';
import { onSchedule } from '#functions/platform/timer.ts';
import { purgeDeletedFiles } from './purge-files.ts';

onSchedule('files-purge', (now) => purgeDeletedFiles(now, report));
