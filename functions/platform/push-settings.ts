import * as z from 'zod';
import { browserPushHosts } from '#domain/notifications/endpoint.ts';

export const PushSettings = z.object({
  /** A VAPID pair (RFC 8292), such as `npx web-push generate-vapid-keys` makes. */
  PUSH_PUBLIC_KEY: z.string().optional().describe('BNc... of 87 characters'),
  PUSH_PRIVATE_KEY: z.string().optional().describe('3KZ... of 43 characters'),
  /** Whom a push service may write to: mailto: or https:. */
  PUSH_SUBJECT: z.string().optional().describe('mailto:push@starone.example'),
  /** The only hosts pushes are sent to, with commas between; a whole origin may be plain http. */
  PUSH_HOSTS: z.string().default(browserPushHosts.join(',')).describe(browserPushHosts.join(',')),
});

/** Null: no browser can ask for pushes. A part of the three is a mistake, and stops the app. */
export function pushIn(settings: z.infer<typeof PushSettings>) {
  const { PUSH_PUBLIC_KEY: publicKey, PUSH_PRIVATE_KEY: privateKey, PUSH_SUBJECT: subject } = settings;
  if (!publicKey && !privateKey && !subject) return null;
  if (!publicKey || !privateKey || !subject)
    throw new Error(
      `Settings PUSH_PUBLIC_KEY, PUSH_PRIVATE_KEY and PUSH_SUBJECT go together, such as ${PushSettings.shape.PUSH_SUBJECT.description} for the last`,
    );
  return { publicKey, privateKey, subject, hosts: settings.PUSH_HOSTS.split(',') };
}
