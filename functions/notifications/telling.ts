import type { Member } from '#domain/members/member.ts';
import type { NotificationKind, NotificationSubject } from '#domain/notifications/notification.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import type { SystemWork } from '#functions/work.ts';
import { deliver } from './deliver.ts';
import { settingsFor } from './read-settings.ts';

export type News = {
  /** What happened: with the kind and the member it is the notification's id. */
  sourceId: string;
  kind: NotificationKind;
  on: NotificationSubject;
  by: string | null;
  text: string;
  at: string;
  /** Of a message: its place in the room. */
  seq?: number;
};

export const notificationId = ({ sourceId, kind }: Pick<News, 'sourceId' | 'kind'>, memberId: string): string =>
  derivedId('notification', sourceId, kind, memberId);

const dayMs = 24 * 60 * 60_000;

/** A new feed begins with a container's first document: nobody wants to hear of all that again. */
export const isNew = (at: string, now: Date): boolean => now.getTime() - Date.parse(at) < dayMs;

/**
 * Tells members what a feed brought, each of them once. `end` lets them know: it works from what is stored, so that a
 * batch that was cut off and comes again ends as if it had come once.
 */
export function tellingOf(system: SystemWork) {
  const { notifications, now } = system;
  const members = new Map<string, Promise<Member | null>>();
  const concerned = new Set<string>();

  const memberOf = (memberId: string): Promise<Member | null> => {
    const asked = members.get(memberId) ?? system.members.find(memberId);
    members.set(memberId, asked);
    return asked;
  };

  return {
    async tell(memberId: string, news: News): Promise<void> {
      if (!isNew(news.at, now())) return;
      const member = await memberOf(memberId);
      if (!member || member.deletedAt !== null || member.status !== 'verified') return;
      const channels = (await settingsFor(system, member)).channels[news.kind];
      if (channels.length === 0) return;
      const { sourceId: _, seq = null, ...said } = news;
      const untold = { readAt: null, pushedAt: null, mailedAt: null };
      const id = notificationId(news, memberId);
      const isAdded = await notifications.add(memberId, { ...said, id, seq, channels, ...untold });
      if (!isAdded) await mend(memberId, id, news.text);
      concerned.add(memberId);
    },

    /** Nobody keeps words that were taken back. */
    async takeBack(memberId: string, news: Pick<News, 'sourceId' | 'kind'>): Promise<void> {
      const id = notificationId(news, memberId);
      if (!(await notifications.find(memberId, id))) return;
      await notifications.remove(memberId, id);
      concerned.add(memberId);
    },

    /** What they have seen where it happened needs no bell any more. */
    async seen(memberId: string, wanted: { subjectId: string; upToSeq: number }, at: string): Promise<void> {
      if ((await notifications.markRead(memberId, wanted, at)) > 0) concerned.add(memberId);
    },

    /** What was said in a room is no longer theirs to read. */
    async shutOut(memberId: string, roomId: string): Promise<void> {
      const ids = await notifications.saidIn(memberId, roomId);
      for (const id of ids) await notifications.remove(memberId, id);
      if (ids.length > 0) concerned.add(memberId);
    },

    async end(): Promise<void> {
      for (const memberId of concerned) {
        await system.live.toMember(memberId, { kind: 'notifications.changed' });
        const member = await memberOf(memberId);
        if (member) await deliver(system, member);
      }
    },
  };

  async function mend(memberId: string, id: string, text: string): Promise<void> {
    const told = await notifications.find(memberId, id);
    if (told && told.text !== text) await notifications.retext(memberId, id, text);
  }
}
export type Telling = ReturnType<typeof tellingOf>;
