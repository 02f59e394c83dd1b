import * as z from 'zod';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { Email } from '#domain/kernel/text.ts';
import type { SignedIn } from '#domain/members/member.ts';
import { call } from '#web/platform/call.ts';

const Credentials = z.object({
  email: Email,
  password: z.string().min(1, 'Please enter your password'),
  slug: z.string().optional(),
});

/** What LOGIN does; apart from the form, which is there before schemas are. Wrong fields are a problem like the server's. */
export async function signIn(typed: z.input<typeof Credentials>): Promise<SignedIn> {
  const { data, error } = Credentials.safeParse(typed);
  if (error) {
    throw problems.invalid(
      error.issues.map(({ path, message }) => ({ pointer: `/body/${path.join('/')}`, detail: message })),
    );
  }
  return call(accountRoutes.signIn, { body: data });
}
