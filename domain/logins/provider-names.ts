import type { LoginProvider } from './login.ts';

export const providerNames: Record<LoginProvider, string> = {
  google: 'Google',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
  microsoft: 'Microsoft',
};
