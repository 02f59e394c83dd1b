import * as z from 'zod';
import { ProblemError } from './problem-error.ts';

export { ProblemError };

/** RFC 9457. Clients branch on `type`; people read `title` and `detail`. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    /** How long to wait, in seconds; also in the header. */
    retryAfter: z.int().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

export type FieldError = { pointer: string; detail: string };

const problem = (name: string, status: number, title: string, rest: Partial<Problem> = {}) =>
  new ProblemError({ type: `/problems/${name}`, title, status, ...rest });

/** Every problem the API can answer with, in one list: the catalogue is the documentation. */
export const problems = {
  invalid: (errors: FieldError[]) => problem('invalid-request', 400, 'The request is not valid', { errors }),
  notJson: () =>
    problem('invalid-request', 400, 'The body is not valid JSON', {
      errors: [{ pointer: '/body', detail: 'Not JSON' }],
    }),
  notSignedIn: () => problem('not-signed-in', 401, 'Please sign in'),
  badLogin: () => problem('bad-login', 401, 'Invalid email or password'),
  wrongPassword: () =>
    problem('wrong-password', 400, 'The current password is wrong', {
      errors: [{ pointer: '/body/current', detail: 'This is not your password' }],
    }),
  badCode: () =>
    problem('bad-code', 400, 'Invalid or expired OTP', {
      errors: [{ pointer: '/body/code', detail: 'Invalid or expired OTP' }],
    }),
  badRecoveryCode: () =>
    problem('bad-code', 400, 'This recovery code is not valid', {
      errors: [{ pointer: '/body/code', detail: 'Not one of your unused recovery codes' }],
    }),
  badPasskey: () =>
    problem('bad-passkey', 400, 'This passkey was not accepted', { detail: 'Please try again, or use another way.' }),
  signInExpired: () =>
    problem('sign-in-expired', 401, 'This sign-in took too long', { detail: 'Please sign in again.' }),
  loginLapsed: () =>
    problem('login-lapsed', 400, 'This sign-in has expired', { detail: 'Nothing was changed. Please start again.' }),
  loginRefused: (detail: string) => problem('login-refused', 403, 'This account cannot be used here', { detail }),
  badPicture: (detail: string) => problem('bad-picture', 400, 'This picture cannot be used', { detail }),
  badFile: (detail: string) => problem('bad-file', 400, 'This file cannot be used', { detail }),
  fileChecking: () =>
    problem('file-checking', 409, 'This file is still being checked for viruses', {
      detail: 'It can be opened in a moment.',
    }),
  fileQuarantined: () =>
    problem('file-quarantined', 409, 'This file was found to be harmful', { detail: 'Nobody can open it.' }),
  linkExpired: () =>
    problem('link-expired', 410, 'This link has expired', { detail: 'Please open the file again from its page.' }),
  badSignature: () => problem('bad-signature', 400, 'The signature is not valid'),
  unsigned: () => problem('unsigned', 401, 'The signature is missing or not valid'),
  forbidden: () => problem('forbidden', 403, 'Your role does not allow this'),
  notVerified: () => problem('not-verified', 403, 'Your form has not been verified yet!'),
  secondFactorRequired: () =>
    problem('second-factor-required', 403, 'Your business asks for a second factor', {
      detail: 'Please set one up first.',
    }),
  stepUpNeeded: () => problem('step-up-needed', 403, 'Please confirm that it is you'),
  wrongOrigin: () => problem('wrong-origin', 403, 'This request came from another site'),
  notFound: (what: string) => problem('not-found', 404, `${what} was not found`),
  tooManyTries: (seconds: number) =>
    problem('too-many-tries', 429, 'Too many tries', {
      detail: `Please try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
      retryAfter: seconds,
    }),
  tooFast: (seconds: number) =>
    problem('too-fast', 429, 'Too many requests', {
      detail: `Please wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, then try again.`,
      retryAfter: seconds,
    }),
  conflict: (detail: string) => problem('conflict', 409, 'This cannot be done now', { detail }),
  changedMeanwhile: (what: string) => problem('changed-meanwhile', 412, `${what} was changed by somebody else`),
  tooLarge: (maxBytes: number) =>
    problem('too-large', 413, 'The body is too large', {
      detail: `At most ${maxBytes.toLocaleString('en')} bytes are accepted.`,
    }),
  tooManyRows: (count: number, most: number) =>
    problem('too-many-rows', 422, 'This is too long for a workbook', {
      detail: `${count.toLocaleString('en')} rows were asked for; a workbook holds ${most.toLocaleString('en')}. Narrow the list down, or take it as CSV.`,
    }),
  wrongMediaType: (accepted: readonly string[]) =>
    problem('wrong-media-type', 415, 'This kind of content is not accepted here', {
      detail: `Accepted: ${accepted.join(', ')}.`,
    }),
  /** Whether a write was done is not known: those that must not be done twice carry an id of the attempt. */
  busy: (seconds: number) =>
    problem('busy', 503, 'StarOne cannot answer right now', {
      detail: `Please try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
      retryAfter: seconds,
    }),
  otherSchema: (program: number, stored: number) =>
    problem('schema-version', 503, 'StarOne is being updated', {
      detail: `Everything can be read, but nothing can be changed: this program writes version ${program} of the stored data, which are of version ${stored}. Nothing was changed; please try again in a minute.`,
      retryAfter: 30,
    }),
  unavailable: (what: string) =>
    problem('unavailable', 503, `${what} does not answer`, { detail: 'Nothing was changed. Please try again.' }),
};
