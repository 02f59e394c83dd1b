import * as z from 'zod';
import { Slug } from '#domain/accounts/account.ts';
import { route } from '#domain/kernel/route.ts';
import { PublicWorkspace } from './workspace.ts';

export const workspaceRoutes = {
  atAddress: route({
    method: 'GET',
    path: 'workspaces/{slug}',
    summary: 'The business at an address',
    access: 'public',
    params: z.strictObject({ slug: Slug }),
    result: PublicWorkspace,
  }),
};
