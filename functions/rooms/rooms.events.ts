import { TaskChange } from '#domain/tasks/task.ts';
import { StoredPayment } from '#functions/payments/stored-payment.ts';
import { orSetAside } from '#functions/platform/dead-letters.ts';
import { onChanges } from '#functions/platform/feed.ts';
import { report } from '#functions/platform/report.ts';
import { systemWork } from '#functions/work.ts';
import { notePayment, noteTaskChange } from './note-happenings.ts';

type Fed = { workspaceId: string; id: string; kind?: unknown };

const FedPayment = StoredPayment.omit({ version: true });

onChanges<Fed>('rooms-note-payments', async (documents) => {
  for (const document of documents) {
    const work = systemWork(document.workspaceId, report);
    // One that cannot be read is set aside already, by the feed that counts them.
    const { data: payment } = FedPayment.safeParse(document);
    if (!payment) continue;
    const letter = { source: 'rooms-note-payments', documentId: payment.id };
    await orSetAside(work, letter, () => notePayment(work, payment));
  }
});

onChanges<Fed>('rooms-note-tasks', async (documents) => {
  for (const document of documents.filter(({ kind }) => kind === 'change')) {
    const work = systemWork(document.workspaceId, report);
    const letter = { source: 'rooms-note-tasks', documentId: document.id };
    await orSetAside(work, letter, () => noteTaskChange(work, TaskChange.parse(document)));
  }
});
