import * as z from 'zod';
import { route } from '#domain/kernel/route.ts';
import { Email } from '#domain/kernel/text.ts';
import { Me, SignedIn } from '#domain/members/member.ts';
import { Code, CodeSent, OpenBusiness, SignUp, Slug } from './account.ts';

const SignUpId = z.string().min(16).max(100);

export const accountRoutes = {
  signUp: route({
    method: 'POST',
    path: 'accounts/sign-up',
    summary: 'Ask for a code to sign up at a business',
    access: 'public',
    body: SignUp,
    result: CodeSent,
    status: 202,
  }),
  openBusiness: route({
    method: 'POST',
    path: 'accounts/open-business',
    summary: 'Ask for a code to open a business',
    access: 'public',
    body: OpenBusiness,
    result: CodeSent,
    status: 202,
  }),
  resendCode: route({
    method: 'POST',
    path: 'accounts/resend-code',
    summary: 'Send the code of a sign-up again',
    access: 'public',
    body: z.strictObject({ signUpId: SignUpId }),
    result: CodeSent,
    status: 202,
  }),
  prove: route({
    method: 'POST',
    path: 'accounts/prove',
    summary: 'Prove the e-mail address with the code: the account exists and is signed in',
    access: 'public',
    body: z.strictObject({ signUpId: SignUpId, code: Code }),
    result: Me,
    status: 201,
  }),
  signIn: route({
    method: 'POST',
    path: 'accounts/sign-in',
    summary: 'Sign in with e-mail and password; at a business with its slug',
    access: 'public',
    body: z.strictObject({ email: Email, password: z.string().min(1).max(128), slug: Slug.optional() }),
    result: SignedIn,
  }),
  signOut: route({
    method: 'POST',
    path: 'accounts/sign-out',
    summary: 'End this session',
    access: 'signed-in',
  }),
};
