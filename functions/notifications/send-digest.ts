import { quietUntil } from '#domain/notifications/hours.ts';
import { groupsOf } from '#domain/notifications/subjects.ts';
import type { SystemWork } from '#functions/work.ts';
import { sendMailAt } from './deliver.ts';
import { digestMail } from './digest-mail.ts';
import { findReader } from './find-reader.ts';
import { leftFor } from './left-for.ts';
import { settingsFor } from './read-settings.ts';

/** One mail about all that is still unread and was not mailed; nothing when all was read meanwhile. */
export async function sendDigest(
  system: SystemWork,
  { memberId, dueAt }: { memberId: string; dueAt: string },
): Promise<void> {
  const { notifications, workspace, sendMail, now } = system;
  const reader = await findReader(system, memberId);
  if (!reader || (await notifications.mailDueAt(memberId)) !== dueAt) return;
  const until = quietUntil((await settingsFor(system, reader)).quietHours, now());
  if (until) return sendMailAt(system, memberId, until);

  const left = leftFor(await notifications.unread(memberId), 'email');
  if (left.length > 0) {
    const { name: businessName } = await workspace.get();
    await sendMail(digestMail(reader, { businessName, groups: groupsOf(left) }));
    await notifications.markMailed(
      memberId,
      left.map(({ id }) => id),
      now().toISOString(),
    );
  }
}
