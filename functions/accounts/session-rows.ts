import * as z from 'zod';
import { WayIn } from '#domain/sessions/session.ts';
import { SecondFactorFor } from '#domain/workspaces/sign-in-rules.ts';
import { config } from '#functions/platform/config.ts';
import { points } from '#functions/platform/points.ts';
import { sessionSecondsToLive } from './engine/session-life.ts';
import { listKey, pointerKey, rowKey } from './engine/keys.ts';

export const idleMs = config.session.idleHours * 3_600_000;
export const absoluteMs = config.session.days * 24 * 3_600_000;
/** A session in use is written at most this often. */
const slideMs = 10 * 60_000;

const Pointer = z.object({ to: z.string() });
const List = z.object({ ids: z.array(z.string()) });
const Stored = z.object({
  row: z.looseObject({
    id: z.string(),
    userId: z.string(),
    /** The hash of what the browser holds. */
    token: z.string(),
    workspaceId: z.string(),
    memberId: z.string(),
    by: WayIn,
    /** The business's rule as it stands: copied here, so that the session check need not read the business. */
    secondFactorFor: SecondFactorFor,
    ipAddress: z.string(),
    userAgent: z.string(),
    provedAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  }),
});
export type SessionRow = z.infer<typeof Stored>['row'];
type Found = { row: SessionRow; etag: string };

async function read(id: string): Promise<Found | null> {
  const found = await points.read(rowKey('session', id), Stored);
  return found && { row: found.value.row, etag: found.etag };
}

export async function findByToken(tokenHash: string): Promise<Found | null> {
  const pointer = await points.read(pointerKey('session', ['token'], [tokenHash]), Pointer);
  return pointer && read(pointer.value.to);
}

/** The sessions of an account that go on, over all its workspaces, the newest first. */
export async function aliveSessionsOf(accountId: string, now: Date): Promise<SessionRow[]> {
  const list = await points.read(listKey('session', 'userId', accountId), List);
  const found = await Promise.all((list?.value.ids ?? []).map(read));
  return found
    .flatMap((one) => (one && isAlive(one.row, now) ? [one.row] : []))
    .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
}

export const isAlive = ({ createdAt, expiresAt }: SessionRow, now: Date): boolean =>
  now.getTime() < Date.parse(expiresAt) && now.getTime() < Date.parse(createdAt) + absoluteMs;

export const lastSeenAt = ({ expiresAt }: SessionRow): string => new Date(Date.parse(expiresAt) - idleMs).toISOString();

export async function slide({ row, etag }: Found, now: Date): Promise<void> {
  const expiresAt = now.getTime() + idleMs;
  if (expiresAt - Date.parse(row.expiresAt) < slideMs) return;
  // A refused write means that another request slid it or ended it: both are fine.
  await replace({ row: { ...row, expiresAt: new Date(expiresAt).toISOString() }, etag });
}

const replace = ({ row, etag }: Found): Promise<boolean> =>
  points.replace(rowKey('session', row.id), { row }, etag, sessionSecondsToLive);

/** What a business's rule about second factors says of the session, from now on. */
export const changeRule = (row: SessionRow, secondFactorFor: SecondFactorFor): Promise<void> =>
  change(row, { secondFactorFor });

/** From now on the session has to prove who it is before anything that asks for a fresh proof. */
export const forgetProof = (row: SessionRow): Promise<void> => change(row, { provedAt: new Date(0).toISOString() });

async function change({ id }: SessionRow, to: Partial<SessionRow>): Promise<void> {
  for (let found = await read(id); found; found = await read(id)) {
    if (await replace({ ...found, row: { ...found.row, ...to } })) return;
  }
}
