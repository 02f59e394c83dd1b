import { loginRoutes } from '#domain/logins/routes.ts';
import { serve } from '#functions/serve.ts';
import { finishLogin } from './finish-login.ts';
import { listLogins, listProviders } from './list-logins.ts';
import { askEmailCode, proveEmail } from './prove-email.ts';
import { finishMicrosoft, startMicrosoft, startMicrosoftLink } from './sign-in-with-microsoft.ts';
import { signInIntent, startLink, startLogin } from './start-login.ts';
import { unlinkLogin } from './unlink-login.ts';

serve('logins-providers', loginRoutes.providers, (visit, { query }) => listProviders(visit, query.slug));
serve('logins-start', loginRoutes.start, (visit, { params, body }) => startLogin(visit, params.provider, body));
serve('logins-finish', loginRoutes.finish, (visit, { params, body }) => finishLogin(visit, params.provider, body));
serve('logins-ask-code', loginRoutes.askCode, (visit, { body }) => askEmailCode(visit, body.email));
serve('logins-prove', loginRoutes.prove, (visit, { body }) => proveEmail(visit, body));
serve('logins-start-microsoft', loginRoutes.startMicrosoft, async (visit, { body }) =>
  startMicrosoft(visit, await signInIntent(visit, body)),
);
serve('logins-finish-microsoft', loginRoutes.finishMicrosoft, (visit, { body }) =>
  finishMicrosoft(visit, body.idToken),
);
serve('logins-mine', loginRoutes.mine, (work) => listLogins(work));
serve('logins-link', loginRoutes.link, (work, { params }) => startLink(work, params.provider));
serve('logins-link-microsoft', loginRoutes.linkMicrosoft, (work) => startMicrosoftLink(work));
serve('logins-unlink', loginRoutes.unlink, (work, { params }) => unlinkLogin(work, params.provider));
