import * as z from 'zod';
import { container, isStatus } from '#functions/platform/cosmos.ts';

const workspaces = container('workspaces');

/** Whose account it is. They lie in one partition of their own, beside those of the businesses. */
const Owner = z.object({ id: z.string(), of: z.string() });
type Owner = z.infer<typeof Owner>;
const partition = 'stripe accounts';

export type ConnectedAccount = { workspaceId: string; account: string };

/** Before the account is used, and as often as one likes. */
export async function claimAccount(account: string, workspaceId: string): Promise<void> {
  await workspaces.items.upsert({ id: account, of: workspaceId, kind: 'account-owner', workspaceId: partition });
}

/** The business an account belongs to; null when it is none of ours, or lets us in no more. */
export async function ownerOfAccount(account: string): Promise<string | null> {
  const { resource } = await workspaces.item(account, partition).read<Owner>();
  return resource ? Owner.parse(resource).of : null;
}

/** Every account on which payments are or were made and that still lets us in, of all businesses. */
export async function connectedAccounts(): Promise<ConnectedAccount[]> {
  const query = "SELECT * FROM c WHERE c.kind = 'account-owner'";
  const options = { partitionKey: partition, maxItemCount: 1000 };
  const { resources } = await workspaces.items.query<Owner>(query, options).fetchAll();
  return resources.map((owner) => Owner.parse(owner)).map(({ id, of }) => ({ workspaceId: of, account: id }));
}

/** Nobody lets us in any more: there is nothing left to give back or to reconcile. */
export async function forgetAccount(account: string): Promise<void> {
  try {
    await workspaces.item(account, partition).delete();
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
  }
}
