import type { Member } from '#domain/members/member.ts';
import type { Channel, NotificationKind, NotificationSubject } from '#domain/notifications/notification.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import { orSetAside } from '#functions/platform/dead-letters.ts';
import type { SystemWork } from '#functions/work.ts';
import { deliver } from './deliver.ts';
import { whoIsHere } from './who-is-here.ts';
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
  /** It is mailed by who makes it. */
  hasOwnMail?: boolean;
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
  /** By which ways what was told may go: also what stood there already, as it may have been cut off before it went. */
  const goes = new Map<string, Set<Channel>>();

  const memberOf = (memberId: string): Promise<Member | null> => {
    const asked = members.get(memberId) ?? system.members.find(memberId);
    members.set(memberId, asked);
    return asked;
  };

  return {
    /** One who cannot be told keeps nobody else from it. */
    async tell(memberId: string, news: News, mayHear: (member: Member) => boolean = () => true): Promise<void> {
      const letter = { source: 'notifications-tell', documentId: notificationId(news, memberId) };
      await orSetAside(system, letter, () => tellOne(memberId, news, mayHear));
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
      await system.live.toMembers([...concerned], { kind: 'notifications.changed' });
      const here = await whoIsHere(system, [...goes.keys()]);
      for (const [memberId, ways] of goes) {
        const member = await memberOf(memberId);
        const letter = { source: 'notifications-deliver', documentId: memberId };
        if (member)
          await orSetAside(system, letter, () => deliver(system, member, { ways, isHere: here.has(memberId) }));
      }
    },
  };

  async function tellOne(memberId: string, news: News, mayHear: (member: Member) => boolean): Promise<void> {
    if (!isNew(news.at, now())) return;
    const member = await memberOf(memberId);
    if (!member || member.deletedAt !== null || member.status !== 'verified' || !mayHear(member)) return;
    const { sourceId: _, seq = null, hasOwnMail = false, ...said } = news;
    const chosen = (await settingsFor(system, member)).channels[news.kind];
    const channels = hasOwnMail ? chosen.filter((way) => way !== 'email') : chosen;
    if (channels.length === 0) return;
    const untold = { readAt: null, pushedAt: null, mailedAt: null };
    const id = notificationId(news, memberId);
    const isAdded = await notifications.add(memberId, { ...said, id, seq, channels, ...untold });
    if (!isAdded) await mend(memberId, id, news.text);
    concerned.add(memberId);
    goes.set(memberId, new Set([...(goes.get(memberId) ?? []), ...channels]));
  }

  async function mend(memberId: string, id: string, text: string): Promise<void> {
    const told = await notifications.find(memberId, id);
    if (told && told.text !== text) await notifications.retext(memberId, id, text);
  }
}
export type Telling = ReturnType<typeof tellingOf>;
