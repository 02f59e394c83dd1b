import * as z from 'zod';
import { Slug } from '#domain/accounts/account.ts';
import { route } from '#domain/kernel/route.ts';
import { SignInRules, SignInRulesChange } from './sign-in-rules.ts';
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
  signInRules: route({
    method: 'GET',
    path: 'workspace/sign-in-rules',
    summary: 'How people may sign in to the business',
    access: 'workspace.settings',
    result: SignInRules,
  }),
  changeSignInRules: route({
    method: 'PATCH',
    path: 'workspace/sign-in-rules',
    summary: 'Change how people may sign in; a demanded second factor holds at the next call of everybody concerned',
    access: 'workspace.settings',
    stepUp: true,
    body: SignInRulesChange,
    result: SignInRules,
  }),
};
