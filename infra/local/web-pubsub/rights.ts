import * as z from 'zod';

export const Right = z.enum(['sendToGroup', 'joinLeaveGroup']);
export type Right = z.infer<typeof Right>;

/** A role names a right for every group, for one group, or (with an "s") for a pattern of groups. */
export function mayUse(roles: ReadonlySet<string>, right: Right, group: string): boolean {
  if (roles.has(`webpubsub.${right}`) || roles.has(`webpubsub.${right}.${group}`)) return true;
  const prefix = `webpubsub.${right}s.`;
  return [...roles].some((role) => role.startsWith(prefix) && patternOf(role.slice(prefix.length)).test(group));
}

const wildcards: Record<string, string> = { '**': '.*', '*': '[^.]*', '?': '[^.]' };

/** `*` stands for one part between dots, `**` for any text, `?` for one letter. */
const patternOf = (pattern: string) =>
  new RegExp(`^${pattern.replace(/\*\*|[*?]|[.+^${}()|[\]\\]/g, (sign) => wildcards[sign] ?? `\\${sign}`)}$`);
