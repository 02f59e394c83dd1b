import { onSchedule } from '#functions/platform/timer.ts';
import { removeOldFiles } from './import-store.ts';

onSchedule('imports-remove-old', (now) => removeOldFiles(now));
