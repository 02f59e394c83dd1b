import { Payment } from '#domain/payments/payment.ts';
import { TaskChange } from '#domain/tasks/task.ts';
import { onChanges } from '#functions/platform/feed.ts';
import { systemWork } from '#functions/work.ts';
import { notePayment, noteTaskChange } from './note-happenings.ts';

type Fed = { workspaceId: string };

const FedPayment = Payment.omit({ version: true });

onChanges<Fed>('rooms-note-payments', {
  container: 'payments',
  handler: async (documents, context) => {
    for (const document of documents) {
      const work = systemWork(document.workspaceId, (error) => context.warn(error));
      const { data: payment } = FedPayment.safeParse(document);
      if (payment) await notePayment(work, payment);
    }
  },
});

onChanges<Fed>('rooms-note-tasks', {
  container: 'tasks',
  handler: async (documents, context) => {
    for (const document of documents) {
      const work = systemWork(document.workspaceId, (error) => context.warn(error));
      const { data: change } = TaskChange.safeParse(document);
      if (change) await noteTaskChange(work, change);
    }
  },
});
