import { factors } from './kept-factors.ts';

/** A passkey is a way in of its own. */
export const hasPasskey = async (accountId: string): Promise<boolean> =>
  (await factors.read(accountId)).passkeys.length > 0;
