import { expect, test, vi } from 'vitest';
import { newEmail, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import { ProviderSettings, providersIn } from '#functions/platform/provider-settings.ts';
import { finishLogin } from './finish-login.ts';
import { listProviders } from './list-logins.ts';
import { startLogin } from './start-login.ts';
import { atCompany, returnIn } from './testing/at-company.ts';

// Before any module reads the settings: nobody answers at port 9, and LinkedIn is off.
vi.hoisted(() => {
  delete process.env['OIDC_LINKEDIN_CLIENT_ID'];
  delete process.env['OIDC_LINKEDIN_CLIENT_SECRET'];
  process.env['OIDC_GOOGLE_ISSUER'] = 'http://127.0.0.1:9/google';
  process.env['OIDC_FACEBOOK_TOKEN'] = 'http://127.0.0.1:9/token';
});

test(
  'a company without settings is off: it is not offered, and its routes answer 404',
  withBusiness(async (crm) => {
    expect((await listProviders(crm.visit())).items).toEqual(['google', 'facebook', 'microsoft']);
    const visitor = visitorOf(crm);
    const starting = visitor.does((visit) => startLogin(visit, 'linkedin', {}));
    expect(await refusalOf(starting)).toMatchObject({ status: 404 });
    const back = { code: 'a code', state: 'x'.repeat(43) };
    expect(await refusalOf(visitor.does((visit) => finishLogin(visit, 'linkedin', back)))).toMatchObject({
      status: 404,
    });
  }),
);

test(
  'a company that does not answer is a problem that names it, and leaves nothing behind',
  withBusiness(async (crm) => {
    const visitor = visitorOf(crm);
    const starting = visitor.does((visit) => startLogin(visit, 'google', { slug: crm.workspace.slug }));
    expect(await refusalOf(starting)).toMatchObject({ status: 503, title: 'Google does not answer' });
    expect(visitor.cookies()).toEqual([]);
  }),
);

test(
  'a company that falls silent half-way is a problem as well',
  withBusiness(async (crm) => {
    const visitor = visitorOf(crm);
    const { url } = await visitor.does((visit) => startLogin(visit, 'facebook', { slug: crm.workspace.slug }));
    const back = returnIn(await atCompany(url, { email: newEmail() }));
    const finishing = visitor.does((visit) => finishLogin(visit, 'facebook', back));
    expect(await refusalOf(finishing)).toMatchObject({ status: 503, title: 'Facebook does not answer' });
  }),
);

test('half of the settings of a company stops the app, and says which', () => {
  const half = ProviderSettings.parse({ OIDC_GOOGLE_CLIENT_ID: 'starone' });
  expect(() => providersIn(half)).toThrow('OIDC_GOOGLE_CLIENT_ID and OIDC_GOOGLE_CLIENT_SECRET go together');
});

test.each(['http://accounts.google.com', 'ftp://127.0.0.1/', 'http://127.0.0.1.evil.example/'])(
  'an unencrypted company elsewhere is refused: %s',
  (issuer) => {
    expect(ProviderSettings.safeParse({ OIDC_GOOGLE_ISSUER: issuer }).success).toBe(false);
  },
);

test('without overrides, the companies themselves are asked', () => {
  const settings = ProviderSettings.parse({
    OIDC_GOOGLE_CLIENT_ID: 'a client',
    OIDC_GOOGLE_CLIENT_SECRET: 'its secret',
    OIDC_MICROSOFT_CLIENT_ID: 'a client',
  });
  expect(providersIn(settings)).toEqual({
    google: { id: 'a client', secret: 'its secret', issuer: 'https://accounts.google.com' },
    linkedin: null,
    facebook: null,
    microsoft: { id: 'a client', issuer: 'https://login.microsoftonline.com/organizations/v2.0' },
  });
});
