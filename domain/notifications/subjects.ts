import type { Role } from '#domain/kernel/access.ts';
import type { Notification, NotificationSubject } from './notification.ts';

type Told = Pick<Notification, 'on' | 'kind' | 'by' | 'text' | 'at' | 'readAt'>;

/** All that is known about one subject. */
export type Group<N extends Told = Notification> = {
  on: NotificationSubject;
  newest: N;
  count: number;
  unread: number;
};

/** From notifications in any order: the subject with the newest one first. */
export function groupsOf<N extends Told>(notifications: readonly N[]): Group<N>[] {
  const newestFirst = notifications.toSorted((a, b) => b.at.localeCompare(a.at));
  return [...Map.groupBy(newestFirst, ({ on }) => on.id).values()].map((ofOne) => ({
    on: ofOne[0]!.on,
    newest: ofOne[0]!,
    count: ofOne.length,
    unread: ofOne.filter(({ readAt }) => readAt === null).length,
  }));
}

/** One sentence: "Ines: It is ready", "Ines assigned this task to you". */
export function sentenceOf({ kind, by, text }: Pick<Told, 'kind' | 'by' | 'text'>): string {
  if (by === null) return text;
  if (kind === 'message') return `${by}: ${text}`;
  return kind === 'mention' ? `${by} mentioned you: ${text}` : `${by} ${text}`;
}

/** More than these are told in one line: who was away for long wants no flood. */
export const mostSubjects = 5;

/** The page of a subject, as that role may open it. */
export function placeOf(on: Pick<NotificationSubject, 'kind' | 'id'>, role: Role): string {
  switch (on.kind) {
    case 'task':
      return `/tasks/${on.id}`;
    case 'room':
      return `/chat/${on.id}`;
    case 'member':
      return '/users';
    case 'payment':
      return `${role === 'customer' ? '/portal/pay' : '/payments'}/${on.id}`;
  }
}
