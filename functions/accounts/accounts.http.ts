import { accountRoutes } from '#domain/accounts/routes.ts';
import { serve } from '#functions/serve.ts';
import { prove } from './prove.ts';
import { resendCode } from './resend-code.ts';
import { signOut } from './session.ts';
import { signIn } from './sign-in.ts';
import { openBusiness, signUp } from './sign-up.ts';

serve('accounts-sign-up', accountRoutes.signUp, (visit, { body }) => signUp(visit, body));
serve('accounts-open-business', accountRoutes.openBusiness, (visit, { body }) => openBusiness(visit, body));
serve('accounts-resend-code', accountRoutes.resendCode, (visit, { body }) => resendCode(visit, body.signUpId));
serve('accounts-prove', accountRoutes.prove, (visit, { body }) => prove(visit, body));
serve('accounts-sign-in', accountRoutes.signIn, (visit, { body }) => signIn(visit, body));
serve('accounts-sign-out', accountRoutes.signOut, (work) => signOut(work));
