import type { WayIn } from '#domain/sessions/session.ts';

export const wayWords: Record<WayIn, string> = {
  code: 'by a code from a mail',
  facebook: 'by Facebook',
  google: 'by Google',
  invitation: 'by an invitation',
  linkedin: 'by LinkedIn',
  microsoft: 'by Microsoft',
  passkey: 'by a passkey',
  password: 'by password',
};
