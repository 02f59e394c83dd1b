import type { ReceiptDetails } from '#domain/receipts/receipt.ts';
import type { SystemWork } from '#functions/work.ts';

/** Until somebody says more, the business's name. */
export async function readDetails({
  receiptDetails,
  workspace,
}: Pick<SystemWork, 'receiptDetails' | 'workspace'>): Promise<ReceiptDetails> {
  const said = await receiptDetails.find();
  if (said) return said;
  const { name } = await workspace.get();
  return { name, address: '', taxNumber: '', email: '', footer: '', logo: null, version: null };
}
