import { report } from '#functions/platform/report.ts';
import { onSchedule } from '#functions/platform/timer.ts';
import { reconcilePayments } from './reconcile-payments.ts';

onSchedule('payments-reconcile', (now) => reconcilePayments(now, report));
