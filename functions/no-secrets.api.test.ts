import { CosmosClient } from '@azure/cosmos';
import { beforeAll, expect, inject, test } from 'vitest';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { everyRoute } from '#domain/contract.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { Person } from '#infra/people/person.ts';
import { acceptedRequest } from './testing/requests.ts';
import { everyDocument } from './testing/traces.ts';
import { type Business, twoBusinesses } from './testing/two-businesses.ts';

let ours: Business;
let secrets: string[];
beforeAll(async () => {
  [ours] = await twoBusinesses({
    origin: inject('origin'),
    mailUrl: inject('mailUrl'),
    settings: inject('settings'),
  });
  secrets = await storedSecrets(inject('settings')['COSMOS']!);
});

/** Every password hash, code hash and token hash that is kept. */
async function storedSecrets(connection: string): Promise<string[]> {
  const accounts = new CosmosClient(connection).database('crm').container('accounts');
  const found: string[] = [];
  JSON.stringify(await everyDocument(accounts), (name, value: unknown) => {
    if (/^(password|passwordHash|codeHash|token|tokenHash|secret)$/.test(name) && typeof value === 'string') {
      found.push(value);
    }
    return value;
  });
  return found.filter((value) => value.length >= 20);
}

const reads = everyRoute.filter(({ route }) => route.method === 'GET').map((named) => [named.name, named] as const);

test('there are secrets to look for', () => {
  expect(secrets.length).toBeGreaterThan(20);
});

test.each(reads)('W8 F042 no hash of a password, a code or a token is in the answer to %s', async (_, named) => {
  const { sent } = await acceptedRequest(named, ours);
  for (const person of [...Object.values(ours.people), ours.unverified]) {
    const { status, body } = await person.send(named.route, sent);
    const text = JSON.stringify(body);
    expect(status).toBeLessThan(500);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toMatch(/"(password|passwordHash|codeHash|tokenHash)":"/i);
  }
});

test('ASVS 3.3.1 the cookies of a sign-in, read back from the wire', async () => {
  const { email } = (await ours.people.customer.call(memberRoutes.me)).member;
  const { headers } = await new Person(inject('origin')).send(accountRoutes.signIn, {
    body: { email, password: 'correct horse battery' },
  });
  const cookies = headers.getSetCookie();
  expect(cookies.map((line) => line.split('=')[0])).toEqual(['__Host-session', '__Host-device']);
  for (const line of cookies) {
    expect(line).toMatch(/; Path=\/(;|$)/i);
    expect(line).toMatch(/; HttpOnly(;|$)/i);
    expect(line).toMatch(/; Secure(;|$)/i);
    expect(line).toMatch(/; SameSite=Lax(;|$)/i);
    expect(line).not.toMatch(/; Domain=/i);
  }
});

test('W34 no answer carries a word of CORS, not even to a page that asks first', async () => {
  const ask = (method: string) =>
    fetch(`${inject('origin')}/api/me`, {
      method,
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
    });
  for (const method of ['GET', 'OPTIONS']) {
    const names = [...(await ask(method)).headers.keys()];
    expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});
