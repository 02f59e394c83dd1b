import { ProblemError } from '#domain/kernel/problem.ts';
import type { ReceiptDetails, ReceiptDetailsChange } from '#domain/receipts/receipt.ts';
import { takeTry } from '#functions/accounts/tries.ts';
import type { Work } from '#functions/work.ts';
import { drawLogo } from './draw-logo.ts';
import { readDetails } from './read-details.ts';

/** Drawing one takes a processor for a moment, and each is kept. */
const logoChanges = { purpose: 'logo-changes', most: 30, windowSeconds: 3600 };

export async function changeDetails(work: Work, change: ReceiptDetailsChange): Promise<ReceiptDetails> {
  const { logo } = await readDetails(work);
  const details = await work.receiptDetails.put({ ...change, logo });
  await note(work, 'receipt details');
  return details;
}

/** The logo is stored whole before anybody is told its name. */
export async function changeLogo(work: Work, sent: { bytes: Uint8Array; type: string }): Promise<ReceiptDetails> {
  await takeTry(work, logoChanges, work.workspaceId);
  return showLogo(work, await work.logos.add(await drawLogo(sent.bytes, sent.type)));
}

export const removeLogo = (work: Work): Promise<ReceiptDetails> => showLogo(work, null);

/** Beside whatever is changed in the words meanwhile. */
async function showLogo(work: Work, logo: string | null): Promise<ReceiptDetails> {
  for (;;) {
    try {
      const details = await work.receiptDetails.put({ ...(await readDetails(work)), logo });
      await note(work, 'logo');
      return details;
    } catch (error) {
      const isRace = error instanceof ProblemError && error.problem.status === 412;
      if (!isRace) throw error;
    }
  }
}

async function note({ audit, caller, workspaceId, address }: Work, fields: string): Promise<void> {
  await audit.add({
    action: 'settings-changed',
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'workspace', id: workspaceId, name: 'Receipts' },
    detail: { fields },
    address,
  });
}
