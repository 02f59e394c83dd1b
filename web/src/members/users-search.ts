import * as z from 'zod';

export const UsersTab = z.enum(['waiting', 'members', 'invitations']);
export type UsersTab = z.infer<typeof UsersTab>;

export const UsersSearch = z.object({ tab: UsersTab.optional().catch(undefined) });
