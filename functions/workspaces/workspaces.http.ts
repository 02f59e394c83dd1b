import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { serve } from '#functions/serve.ts';
import { workspaceAt } from './addresses.ts';
import { changeSignInRules } from './change-sign-in-rules.ts';

serve('workspaces-at-address', workspaceRoutes.atAddress, (visit, { params }) => workspaceAt(visit, params.slug));
serve('workspaces-sign-in-rules', workspaceRoutes.signInRules, ({ signInRules }) => signInRules.get());
serve('workspaces-change-sign-in-rules', workspaceRoutes.changeSignInRules, (work, { body }) =>
  changeSignInRules(work, body),
);
