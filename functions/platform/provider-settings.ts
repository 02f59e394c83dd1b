import * as z from 'zod';

/** Encrypted, or on this very machine. */
const Endpoint = z
  .url()
  .refine((url) => /^https:|^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/.test(url), 'an https address');

const graph = 'https://graph.facebook.com/v23.0';

export const ProviderSettings = z.object({
  OIDC_GOOGLE_CLIENT_ID: z.string().optional().describe('1234567890-abc.apps.googleusercontent.com'),
  OIDC_GOOGLE_CLIENT_SECRET: z.string().optional().describe('GOCSPX-...'),
  OIDC_GOOGLE_ISSUER: Endpoint.default('https://accounts.google.com').describe('https://accounts.google.com'),
  OIDC_LINKEDIN_CLIENT_ID: z.string().optional().describe('86abcdefgh1234'),
  OIDC_LINKEDIN_CLIENT_SECRET: z.string().optional().describe('WPL_AP1....'),
  OIDC_LINKEDIN_ISSUER: Endpoint.default('https://www.linkedin.com/oauth').describe('https://www.linkedin.com/oauth'),
  OIDC_FACEBOOK_CLIENT_ID: z.string().optional().describe('1234567890123456'),
  OIDC_FACEBOOK_CLIENT_SECRET: z.string().optional().describe('the app secret of 32 characters'),
  OIDC_FACEBOOK_AUTHORIZATION: Endpoint.default('https://www.facebook.com/v23.0/dialog/oauth').describe(
    'https://www.facebook.com/v23.0/dialog/oauth',
  ),
  OIDC_FACEBOOK_TOKEN: Endpoint.default(`${graph}/oauth/access_token`).describe(`${graph}/oauth/access_token`),
  OIDC_FACEBOOK_PROFILE: Endpoint.default(`${graph}/me`).describe(`${graph}/me`),
  OIDC_MICROSOFT_CLIENT_ID: z.string().optional().describe('3f0c8a1e-27b4-4d59-9a6c-5e8d7f1b2c30'),
  OIDC_MICROSOFT_ISSUER: Endpoint.default('https://login.microsoftonline.com/organizations/v2.0').describe(
    'https://login.microsoftonline.com/organizations/v2.0',
  ),
});

/** Null: people cannot sign in that way. Half of a provider's settings is a mistake, and stops the app. */
export function providersIn(settings: z.infer<typeof ProviderSettings>) {
  const client = (name: 'GOOGLE' | 'LINKEDIN' | 'FACEBOOK') => {
    const id = settings[`OIDC_${name}_CLIENT_ID`];
    const secret = settings[`OIDC_${name}_CLIENT_SECRET`];
    if (Boolean(id) !== Boolean(secret))
      throw new Error(
        `Settings OIDC_${name}_CLIENT_ID and OIDC_${name}_CLIENT_SECRET go together, such as ${ProviderSettings.shape[`OIDC_${name}_CLIENT_ID`].description} and ${ProviderSettings.shape[`OIDC_${name}_CLIENT_SECRET`].description}`,
      );
    return id && secret ? { id, secret } : null;
  };
  const google = client('GOOGLE');
  const linkedin = client('LINKEDIN');
  const facebook = client('FACEBOOK');
  const microsoft = settings.OIDC_MICROSOFT_CLIENT_ID;
  return {
    google: google && { ...google, issuer: settings.OIDC_GOOGLE_ISSUER },
    linkedin: linkedin && { ...linkedin, issuer: settings.OIDC_LINKEDIN_ISSUER },
    facebook: facebook && {
      ...facebook,
      authorization: settings.OIDC_FACEBOOK_AUTHORIZATION,
      token: settings.OIDC_FACEBOOK_TOKEN,
      profile: settings.OIDC_FACEBOOK_PROFILE,
    },
    microsoft: microsoft ? { id: microsoft, issuer: settings.OIDC_MICROSOFT_ISSUER } : null,
  };
}
export type Providers = ReturnType<typeof providersIn>;
