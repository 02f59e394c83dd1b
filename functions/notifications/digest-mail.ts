import { landingOf, type Member } from '#domain/members/member.ts';
import { type Group, mostSubjects, placeOf, sentenceOf } from '#domain/notifications/subjects.ts';
import { config } from '#functions/platform/config.ts';
import { letterOf } from '#functions/platform/letter.ts';
import type { Mail } from '#functions/platform/mail.ts';
import type { StoredNotification } from './notification-store.ts';

type Words = { businessName: string; groups: Group<StoredNotification>[] };
type Reader = Pick<Member, 'email' | 'role' | 'status'>;

/** A paragraph for each record with its newest line; of many records the first, and how many more there are. */
export function digestMail(reader: Reader, { businessName, groups }: Words): Mail {
  const addressOf = ({ on }: Words['groups'][number]) => `${config.publicOrigin}${placeOf(on, reader.role)}`;
  const shown = groups.slice(0, mostSubjects);
  const more = groups.length - shown.length;
  const isOne = groups.length === 1;
  return letterOf({
    to: reader.email,
    subject: isOne ? subjectOf(groups[0]!) : `${groups.length} things are new at ${businessName}`,
    sender: businessName,
    paragraphs: [
      ...shown.map((group) => paragraphOf(group, isOne ? null : addressOf(group))),
      ...(more > 0 ? [`And ${more} more.`] : []),
    ],
    button: isOne
      ? { label: 'Open it', address: addressOf(groups[0]!) }
      : { label: 'See all of it', address: `${config.publicOrigin}${landingOf(reader)}` },
    why: `You get this mail because you have not read it at ${businessName} yet. What is mailed to you, and when, you choose on your profile: ${config.publicOrigin}/profile`,
  });
}

const subjectOf = ({ on, newest }: Group<StoredNotification>): string => {
  if (newest.kind === 'mention') return `${newest.by} mentioned you: ${on.title}`;
  if (newest.kind === 'message') return `New message: ${on.title}`;
  return newest.kind === 'sign-up' ? sentenceOf(newest) : `${on.title}: ${sentenceOf(newest)}`;
};

const paragraphOf = ({ on, newest, count }: Group<StoredNotification>, address: string | null): string => {
  const others = count > 1 ? ` (and ${count - 1} more)` : '';
  return [`${on.title}. ${sentenceOf(newest)}${others}`, ...(address ? [address] : [])].join(' ');
};
