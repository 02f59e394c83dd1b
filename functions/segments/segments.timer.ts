import { report } from '#functions/platform/report.ts';
import { onSchedule } from '#functions/platform/timer.ts';
import { planRebuilds } from './plan-rebuilds.ts';

onSchedule('segments-nightly', (now) => planRebuilds(now, report));
