import type { Visit } from '#functions/work.ts';
import { isKnownDevice } from './device.ts';
import { deviceName } from './device-name.ts';
import { findAccountById } from './find-account.ts';
import { tellOwner } from './tell-owner.ts';

/** Mails the owner of an account that a browser it was never used with signs in; the very first one is their own. */
export async function tellNewDevice(visit: Visit, accountId: string): Promise<void> {
  if (isKnownDevice(visit, accountId)) return;
  const account = await findAccountById(accountId);
  if (!account?.last) return;
  const device = deviceName(visit.headers.get('user-agent') ?? '');
  await tellOwner(visit, { to: account.email, event: 'new-device', detail: `${device}, from ${visit.address}` });
}
