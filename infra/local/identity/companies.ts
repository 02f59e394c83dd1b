import { createHash } from 'node:crypto';
import type { Configuration } from 'oidc-provider';

/** What somebody says on the login page. `subject`: the company's own id of the account. */
export type Account = {
  subject: string;
  name: string;
  email: string | null;
  isVerified: boolean;
  tenant: string;
};

export type CompanyName = 'google' | 'facebook' | 'linkedin' | 'microsoft';

type Company = {
  title: string;
  color: string;
  redirectPath: string;
  settings: Configuration;
  claims: (account: Account) => Record<string, unknown>;
};

/** The product's own client at each company. Nobody but this machine takes the secret. */
export const clientId = 'starone';
export const clientSecret = 'a local client secret';
export const firstTenant = '0193f0a0-7e11-4000-8000-000000000001';

const openIdClaims = ({ subject, name, email, isVerified }: Account) => ({
  sub: subject,
  name,
  ...(email && { email, email_verified: isVerified }),
});
const claims = { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] };

/** How the four differ, as far as a client can tell. */
export const companies: Record<CompanyName, Company> = {
  google: {
    title: 'Google',
    color: '#b42318',
    redirectPath: '/oauth/google',
    settings: { claims, pkce: { required: () => true } },
    claims: openIdClaims,
  },
  linkedin: {
    title: 'LinkedIn',
    color: '#0a66c2',
    redirectPath: '/oauth/linkedin',
    // LinkedIn refuses a code verifier.
    settings: { claims, pkce: { required: () => false } },
    claims: openIdClaims,
  },
  facebook: {
    title: 'Facebook',
    color: '#1f4e9c',
    redirectPath: '/oauth/facebook',
    settings: {
      scopes: ['public_profile', 'email'],
      routes: { authorization: '/dialog/oauth', token: '/oauth/access_token' },
      pkce: { required: () => true },
    },
    claims: ({ subject, name, email }) => ({ id: subject, name, ...(email && { email }) }),
  },
  microsoft: {
    title: 'Microsoft',
    color: '#5a6478',
    redirectPath: '/microsoft',
    settings: {
      claims: { openid: ['sub', 'oid', 'tid'], email: ['email'], profile: ['name', 'preferred_username'] },
      pkce: { required: () => true },
      clientBasedCORS: () => true,
    },
    claims: ({ subject, name, email, tenant }) => ({
      sub: idOf('pairwise', subject),
      oid: subject,
      tid: tenant,
      name,
      preferred_username: email,
      ...(email && { email }),
    }),
  },
};

/** An account keeps its id for as long as its address stays the same, and needs no disk for it. */
export const subjectOf = (company: CompanyName, email: string, tenant: string): string =>
  company === 'microsoft' ? idOf(company, tenant, email) : BigInt(`0x${hexOf(company, email).slice(0, 16)}`).toString();

const hexOf = (...words: string[]): string => createHash('sha256').update(JSON.stringify(words)).digest('hex');

function idOf(...words: string[]): string {
  const hex = hexOf(...words);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
