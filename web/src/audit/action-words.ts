import type { AuditAction } from '#domain/audit/entry.ts';

/** "member-verified" is "Member verified" in the filter. */
export const actionWords = (action: AuditAction): string =>
  (action.slice(0, 1).toUpperCase() + action.slice(1)).replaceAll('-', ' ');
