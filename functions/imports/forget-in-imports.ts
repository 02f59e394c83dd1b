import { Import } from '#domain/imports/import.ts';
import { fold } from '#domain/kernel/search.ts';
import { deletedName } from '#domain/profile/profile.ts';
import type { Member } from '#domain/members/member.ts';
import type { SystemWork } from '#functions/work.ts';

/** What a page shows of the lines. */
const Shown = Import.pick({ columns: true, preview: true });

/**
 * Somebody who is erased may stand in files that were imported lately. A cell that is their name or address goes; the
 * rest of the line stays, as its payment does. The file itself is not needed any more.
 */
export async function forgetInImports(
  { imports, now }: Pick<SystemWork, 'imports' | 'now'>,
  person: Pick<Member, 'name' | 'email'>,
): Promise<void> {
  const words = [person.name, person.email].map(fold);
  const isTheirs = (value: unknown): boolean => typeof value === 'string' && words.includes(fold(value));
  const nameless = (text: string): string =>
    JSON.stringify(JSON.parse(text), (key, value: unknown) => {
      if (!isTheirs(value)) return value;
      return key === 'email' ? null : deletedName;
    });

  for (const { id } of await imports.every()) {
    const table = JSON.stringify(await imports.table(id));
    if (nameless(table) === table) continue;
    await imports.rewriteTexts(id, nameless);
    for (;;) {
      const job = await imports.get(id);
      const shown = Shown.parse(JSON.parse(nameless(JSON.stringify(Shown.parse(job)))));
      if (await imports.keepProgress({ ...job, ...shown, updatedAt: now().toISOString() })) break;
    }
  }
}
