import { onSchedule } from '#functions/platform/timer.ts';
import { removeOldArchives } from './archives.ts';

onSchedule('exports-remove-old', (now) => removeOldArchives(now));
