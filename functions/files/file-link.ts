import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { linkMinutes } from '#domain/files/file.ts';
import { Id } from '#domain/kernel/ids.ts';
import { problems } from '#domain/kernel/problem.ts';
import { config } from '#functions/platform/config.ts';

const key = Buffer.from(hkdfSync('sha256', config.authSecret, '', 'links to files', 32));

const Claim = z.strictObject({
  workspaceId: Id,
  fileId: Id,
  disposition: z.enum(['inline', 'attachment']),
  /** Seconds since 1970. */
  until: z.int(),
});
type Claim = z.infer<typeof Claim>;

const signatureOf = (text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Good for ten minutes for whoever has it: nobody who was sent one later has more than they should. */
export function signLink(of: Omit<Claim, 'until'>, now: Date): { token: string; expiresAt: string } {
  const until = Math.floor(now.getTime() / 1000) + linkMinutes * 60;
  const text = Buffer.from(JSON.stringify({ ...of, until })).toString('base64url');
  return {
    token: `${text}.${signatureOf(text).toString('base64url')}`,
    expiresAt: new Date(until * 1000).toISOString(),
  };
}

/** 404 for what was never signed here, 410 once its time is over. */
export function readLink(token: string, now: Date): Omit<Claim, 'until'> {
  const [text = '', signature = ''] = token.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), signatureOf(text)];
  const isOurs = given.length === right.length && timingSafeEqual(given, right);
  // Base64 has several ways to write the same bytes: only ours counts.
  if (!isOurs || token !== `${text}.${right.toString('base64url')}`) throw problems.notFound('The file');
  const { until, ...claim } = Claim.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  if (now.getTime() >= until * 1000) throw problems.linkExpired();
  return claim;
}
