import { Item, Items } from '@azure/cosmos';
import { afterEach, expect, test, vi } from 'vitest';
import { joined, newEmail, password, signUpForm, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Visitor, visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import type { Visit } from '#functions/work.ts';
import { prove } from './prove.ts';
import { resendCode } from './resend-code.ts';
import { askReset, resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';
import { askSignInCode, signInByCode } from './sign-in-by-code.ts';
import { signUp } from './sign-up.ts';

afterEach(() => void vi.restoreAllMocks());

/** Every operation asked of the store meanwhile, by its kind. */
async function operationsOf(work: () => Promise<unknown>): Promise<string[]> {
  const spies = [
    ...(['read', 'replace', 'delete', 'patch'] as const).map((name) => [name, vi.spyOn(Item.prototype, name)] as const),
    ...(['create', 'upsert', 'query', 'batch'] as const).map(
      (name) => [name, vi.spyOn(Items.prototype, name)] as const,
    ),
  ];
  await work();
  const done = spies.flatMap(([name, { mock }]) => mock.calls.map(() => name));
  vi.restoreAllMocks();
  return done;
}

type Asking = (visit: Visit, email: string, crm: Crm) => Promise<{ ticket: string }>;
type Giving = (visit: Visit, ticket: string) => Promise<unknown>;

const code = '123456';
const ways: [name: string, ask: Asking, give: Giving][] = [
  [
    'a sign-up',
    (visit, email, crm) => signUp(visit, signUpForm(crm, { email })),
    (visit, ticket) => prove(visit, { ticket, code }),
  ],
  [
    'a code to sign in',
    (visit, email) => askSignInCode(visit, { email }),
    (visit, ticket) => signInByCode(visit, { ticket, code }),
  ],
  [
    'a reset',
    (visit, email) => askReset(visit, email),
    (visit, ticket) => resetPassword(visit, { ticket, code, password: 'another fine password' }),
  ],
];

/** The same acts with an address that has an account and with one that has none: answers, operations and mails. */
async function bothWays(crm: Crm, act: (visitor: Visitor, email: string) => Promise<unknown>) {
  const { me } = await joined(crm);
  // Asked for one code before, as the other was: only the account makes the difference.
  const unknown = newEmail();
  await visitorOf(crm).does((visit) => signUp(visit, signUpForm(crm, { email: unknown })));
  const seen = [];
  for (const email of [me.member.email, unknown]) {
    const visitor = visitorOf(crm);
    const before = (await crm.mailTo(email)).length;
    let answer: unknown;
    const operations = await operationsOf(async () => void (answer = await act(visitor, email)));
    seen.push({ answer, operations, cookies: visitor.cookies(), mails: (await crm.mailTo(email)).length - before });
  }
  return seen;
}

test.each(ways)(
  '%s asks the store for the same, and answers the same, whether or not there is an account',
  (_, ask, give) =>
    withBusiness(async (crm) => {
      const [known, unknown] = await bothWays(crm, async (visitor, email) => {
        const { ticket, ...rest } = await visitor.does((visit) => ask(visit, email, crm));
        const wrong = await refusalOf(visitor.does((visit) => give(visit, ticket)));
        visitor.later(100);
        const { ticket: again, ...later } = await visitor.does((visit) => resendCode(visit, ticket));
        return { length: ticket.length, rest, wrong, isSame: again === ticket, later };
      });
      expect(known).toEqual(unknown);
      expect(known).toMatchObject({ mails: 2, cookies: [] });
      expect(known!.operations.length).toBeGreaterThan(10);
    })(),
);

test(
  'a sign-in with a wrong password asks the store for the same, and answers the same, at the first try and when slowed',
  withBusiness(async (crm) => {
    const [known, unknown] = await bothWays(crm, async (visitor, email) => {
      const refusals = [];
      for (let index = 0; index < 8; index++) {
        refusals.push(await refusalOf(visitor.does((visit) => signIn(visit, { email, password: `not ${password}` }))));
      }
      return refusals;
    });
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ mails: 0, cookies: [] });
  }),
);
