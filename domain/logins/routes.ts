import * as z from 'zod';
import { Code, CodeSent, Slug, Ticket } from '#domain/accounts/account.ts';
import { route } from '#domain/kernel/route.ts';
import { Email } from '#domain/kernel/text.ts';
import { SignedIn } from '#domain/members/member.ts';
import { ConnectedLogin, FinishedLogin, LoginProvider, MicrosoftStart, NextPath, OauthProvider } from './login.ts';

const At = z.strictObject({ slug: Slug.optional(), next: NextPath.optional() });
const params = z.strictObject({ provider: OauthProvider });
const Started = z.object({ url: z.url() });

export const loginRoutes = {
  providers: route({
    method: 'GET',
    path: 'accounts/providers',
    summary: 'The companies whose accounts lead in here; at a business with its slug',
    access: 'public',
    query: z.strictObject({ slug: Slug.optional() }),
    result: z.object({ items: z.array(LoginProvider) }),
  }),
  start: route({
    method: 'POST',
    path: 'accounts/oauth/{provider}/start',
    summary: 'Where to send somebody to sign in with a company; at a business with its slug',
    access: 'public',
    limit: 'ways-in',
    params,
    body: At,
    result: Started,
  }),
  finish: route({
    method: 'POST',
    path: 'accounts/oauth/{provider}/finish',
    summary: 'What the company sent the person back with',
    access: 'public',
    limit: 'ways-in',
    params,
    body: z.strictObject({
      code: z.string().regex(/^[\x20-\x7e]{1,4000}$/, 'Not a code of a company'),
      state: z.string().regex(/^[\w-]{16,200}$/, 'Not a state of ours'),
      iss: z.url().max(500).optional(),
    }),
    result: FinishedLogin,
  }),
  askCode: route({
    method: 'POST',
    path: 'accounts/oauth/code',
    summary: 'Ask for a code for the address of somebody whose company vouches for none',
    access: 'public',
    limit: 'ways-in',
    body: z.strictObject({ email: Email }),
    result: CodeSent,
    status: 202,
  }),
  prove: route({
    method: 'POST',
    path: 'accounts/oauth/prove',
    summary: 'Prove that address with the code: the account exists and is signed in',
    access: 'public',
    limit: 'ways-in',
    body: z.strictObject({ ticket: Ticket, code: Code }),
    result: SignedIn,
  }),
  startMicrosoft: route({
    method: 'POST',
    path: 'accounts/microsoft/nonce',
    summary: 'A nonce for one sign-in with Microsoft, and where it goes',
    access: 'public',
    limit: 'ways-in',
    body: At,
    result: MicrosoftStart,
  }),
  finishMicrosoft: route({
    method: 'POST',
    path: 'accounts/microsoft/finish',
    summary: 'Sign in with the ID token of Microsoft',
    access: 'public',
    limit: 'ways-in',
    body: z.strictObject({
      idToken: z
        .string()
        .max(20_000)
        .regex(/^[\w-]+\.[\w-]+\.[\w-]*$/, 'Not an ID token'),
    }),
    result: FinishedLogin,
  }),
  mine: route({
    method: 'GET',
    path: 'me/logins',
    summary: 'The companies whose accounts are connected to mine, and could be',
    access: 'signed-in',
    result: z.object({ items: z.array(ConnectedLogin) }),
  }),
  link: route({
    method: 'POST',
    path: 'me/logins/{provider}/start',
    summary: 'Where to go to connect an account of this company to mine',
    access: 'signed-in',
    stepUp: true,
    params,
    result: Started,
  }),
  linkMicrosoft: route({
    method: 'POST',
    path: 'me/logins/microsoft/nonce',
    summary: 'A nonce to connect a Microsoft account to mine',
    access: 'signed-in',
    stepUp: true,
    result: MicrosoftStart,
  }),
  unlink: route({
    method: 'DELETE',
    path: 'me/logins/{provider}',
    summary: 'Disconnect an account of this company from mine',
    access: 'signed-in',
    stepUp: true,
    params: z.strictObject({ provider: LoginProvider }),
  }),
};
