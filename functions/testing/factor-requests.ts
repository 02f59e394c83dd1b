import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { totpStep } from '#domain/factors/factor.ts';
import { factorRoutes } from '#domain/factors/routes.ts';
import { Person } from '#infra/people/person.ts';
import { softwareAuthenticator } from './authenticator.ts';
import { joinBusiness, password } from './join-business.ts';
import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

const newEmail = (): string => `careful-${crypto.randomUUID()}@example.com`;

const newPerson = ({ where, ids: { slug } }: Business, email = newEmail()): Promise<Person> =>
  joinBusiness(where, { slug, email, isKnown: false });

const codeOf = (secret: string, stepsAway: number): Promise<string> =>
  createOTP(new TextDecoder().decode(base32.decode(secret))).hotp(totpStep(new Date()) + stepsAway);

/** Somebody with an authenticator app; the code of the next step is unused. */
async function withTotp(business: Business, email = newEmail()) {
  const person = await newPerson(business, email);
  const { secret } = await person.call(factorRoutes.beginTotp);
  await person.call(factorRoutes.confirmTotp, { body: { code: await codeOf(secret, 0) } });
  return { person, email, code: await codeOf(secret, 1) };
}

async function withPasskey(business: Business, email = newEmail()) {
  const person = await newPerson(business, email);
  const authenticator = softwareAuthenticator(business.where.origin);
  const response = authenticator.make(await person.call(factorRoutes.beginPasskey));
  const { passkey } = await person.call(factorRoutes.addPasskey, { body: { name: 'My phone', response } });
  return { person, email, authenticator, passkey };
}

/** The password is given, the second factor is not. */
async function halfIn(business: Business, email: string): Promise<Person> {
  const person = new Person(business.where.origin);
  await person.call(accountRoutes.signIn, { body: { email, password } });
  return person;
}

/** The accepted requests of the routes about factors. */
export const factorRequests: Record<string, Make> = {
  'factors-begin-totp': async (business) => ({ person: await newPerson(business), sent: {} }),

  'factors-confirm-totp': async (business) => {
    const person = await newPerson(business);
    const { secret } = await person.call(factorRoutes.beginTotp);
    return { person, sent: { body: { code: await codeOf(secret, 0) } } };
  },

  'factors-remove-totp': async (business) => ({ person: (await withTotp(business)).person, sent: {} }),

  'factors-renew-recovery-codes': async (business) => ({ person: (await withTotp(business)).person, sent: {} }),

  'factors-begin-passkey': async (business) => ({ person: await newPerson(business), sent: {} }),

  'factors-add-passkey': async (business) => {
    const person = await newPerson(business);
    const made = softwareAuthenticator(business.where.origin).make(await person.call(factorRoutes.beginPasskey));
    return { person, sent: { body: { name: 'My phone', response: made } } };
  },

  'factors-rename-passkey': async (business) => {
    const { person, passkey } = await withPasskey(business);
    return { person, sent: { params: { passkeyId: passkey.id }, body: { name: 'Blue key' } } };
  },

  'factors-remove-passkey': async (business) => {
    const { person, passkey } = await withPasskey(business);
    return { person, sent: { params: { passkeyId: passkey.id } } };
  },

  'factors-ways-of-sign-in': async (business) => {
    const { email } = await withTotp(business);
    return { person: await halfIn(business, email), sent: {} };
  },

  'factors-second-factor': async (business) => {
    const { email, code } = await withTotp(business);
    return { person: await halfIn(business, email), sent: { body: { way: 'totp', code } } };
  },

  'factors-second-factor-options': async (business) => {
    const { email } = await withPasskey(business);
    return { person: await halfIn(business, email), sent: {} };
  },

  'factors-passkey-options': async ({ where }) => ({ person: new Person(where.origin), sent: {} }),

  'factors-passkey-sign-in': async (business) => {
    const { authenticator } = await withPasskey(business);
    const person = new Person(business.where.origin);
    const response = authenticator.sign(await person.call(factorRoutes.passkeyOptions));
    return { person, sent: { body: { response, slug: business.ids.slug } } };
  },

  'factors-step-up': async (business) => ({
    person: await newPerson(business),
    sent: { body: { way: 'password', current: password } },
  }),

  'factors-send-step-up-code': async (business) => ({ person: await newPerson(business), sent: {} }),

  'factors-step-up-options': async (business) => ({ person: (await withPasskey(business)).person, sent: {} }),
};
