import * as z from 'zod';
import { container } from './cosmos.ts';
import { Finding } from './finding.ts';
import { report } from './report.ts';

const deadLetters = container('deadLetters');

type Letter = { workspaceId: string; source: string; documentId: string; reason: string; at: Date };

/** What a feed could not process, and why. The document itself stays where it is; a repeat writes the same again. */
export async function setAside({ at, ...letter }: Letter): Promise<void> {
  const { workspaceId, source, documentId } = letter;
  await deadLetters.items.upsert({ ...letter, id: `${source}.${documentId}`, at: at.toISOString() });
  // The reason may quote the document: it stays with the letter.
  const facts = { workspace: workspaceId, source, document: documentId };
  report(new Finding('dead_letter', `${source} set ${documentId} aside`, facts));
}

type Ground = { workspaceId: string; now: () => Date; report: (error: unknown) => void };

/**
 * Does what a feed has to do for one document. What can never be done is set aside, so that the others go on; what fails
 * for now is thrown, so that the feed brings it again.
 */
export async function orSetAside(
  { workspaceId, now, report }: Ground,
  { source, documentId }: Pick<Letter, 'source' | 'documentId'>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = whyNever(error);
    if (reason === null) throw error;
    report(error);
    await setAside({ workspaceId, source, documentId, reason, at: now() });
  }
}

/** What is stored cannot be read, or what would be stored is not to be (400) or too large (413). Null: later it may be. */
function whyNever(error: unknown): string | null {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  const isRefused = error instanceof Error && 'code' in error && [400, 413].includes(Number(error.code));
  return isRefused ? error.message : null;
}
