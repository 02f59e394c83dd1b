import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemError } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { codeFor, Person } from '../people/person.ts';
import { startProduct } from '../testing/product.ts';
import { checkSite } from './check-site.ts';
import { openFirstBusiness } from './open-first-business.ts';
import { answering } from './testing/answers.ts';

let product: Awaited<ReturnType<typeof startProduct>>;
beforeAll(async () => void (product = await startProduct()));
afterAll(() => product?.close());

/** Answers as somebody who mistypes: each wrong answer is followed by the one meant. */
async function open(slug: string, email: string) {
  const { ask } = answering([
    '',
    'Oslo Gold & Silver',
    slug,
    'Euro',
    'EUR',
    'Europe/Oslo',
    'Ines Halvorsen',
    email,
    'forty-one',
    '41',
    'a long enough password',
    'no code',
    () => codeFor(product.azure.mail.url, email),
  ]);
  const said: string[] = [];
  const page = await openFirstBusiness({ site: product.origin, ask, say: (line) => said.push(line) });
  return { page, said };
}

describe('F412 the first admin of a deployment', () => {
  test('opens a business by answering questions, each asked until the answer will do', async () => {
    const { page, said } = await open('', 'ines@first.example');
    expect(page).toBe(`${product.origin}/w/oslo-gold-silver/login`);
    expect(said).toEqual([
      expect.stringMatching(/./),
      'Unknown currency',
      expect.stringMatching(/./),
      'A code is on its way to ines@first.example.',
      expect.stringContaining('Invalid or expired OTP'),
    ]);

    const person = new Person(product.origin);
    await person.call(accountRoutes.signIn, {
      body: { email: 'ines@first.example', password: 'a long enough password', slug: 'oslo-gold-silver' },
    });
    expect((await person.call(memberRoutes.me)).member.role).toBe('admin');
  });

  test('is told when the address of the business is taken', async () => {
    await open('marlow-street', 'one@first.example');
    const refusal = await open('marlow-street', 'two@first.example').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ProblemError);
  });
});

describe('F412 the look at a deployed site', () => {
  test('finds nothing at the product as it is', async () => {
    const findings = await checkSite(product.origin);
    expect(findings.length).toBeGreaterThan(5);
    expect(findings.filter(({ faults }) => faults.length > 0)).toEqual([]);
  });

  test('ends the command well, or with what it found', async () => {
    const well = await smoke(product.origin);
    expect(well).toMatchObject({ code: 0, failed: '' });
    expect(well.said).toContain('ok     a script comes with its headers and is kept');

    const badly = await smoke('http://127.0.0.1:9');
    expect(badly.code).toBe(1);
    expect(badly.said).toContain('FAULT  the API and all it depends on answer\n         did not answer');
    expect(badly.failed).toContain('http://127.0.0.1:9 is not as it should be.');
  });
});

async function smoke(site: string) {
  const command = join(import.meta.dirname, 'smoke.ts');
  const child = spawn(process.execPath, [command, '--site', site, '--patience', '0']);
  const [said, failed, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('exit', resolve)),
  ]);
  return { said, failed, code };
}
