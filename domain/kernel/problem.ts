import * as z from 'zod';

/** RFC 9457. Clients branch on `type`; people read `title` and `detail`. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** The only error this product throws on purpose. Anything else is a defect and becomes a 500. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.problem = problem;
  }
}

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
  badCode: () =>
    problem('bad-code', 400, 'Invalid or expired OTP', {
      errors: [{ pointer: '/body/code', detail: 'Invalid or expired OTP' }],
    }),
  badSignature: () => problem('bad-signature', 400, 'The signature is not valid'),
  forbidden: () => problem('forbidden', 403, 'Your role does not allow this'),
  notVerified: () => problem('not-verified', 403, 'Your form has not been verified yet!'),
  stepUpNeeded: () => problem('step-up-needed', 403, 'Please confirm that it is you'),
  wrongOrigin: () => problem('wrong-origin', 403, 'This request came from another site'),
  notFound: (what: string) => problem('not-found', 404, `${what} was not found`),
  tooManyTries: (seconds: number) =>
    problem('too-many-tries', 429, 'Too many tries', { detail: `Please try again in ${seconds} seconds.` }),
  conflict: (detail: string) => problem('conflict', 409, 'This cannot be done now', { detail }),
  changedMeanwhile: (what: string) => problem('changed-meanwhile', 412, `${what} was changed by somebody else`),
  tooLarge: (maxBytes: number) =>
    problem('too-large', 413, 'The body is too large', {
      detail: `At most ${maxBytes.toLocaleString('en')} bytes are accepted.`,
    }),
  wrongMediaType: (accepted: readonly string[]) =>
    problem('wrong-media-type', 415, 'This kind of content is not accepted here', {
      detail: `Accepted: ${accepted.join(', ')}.`,
    }),
  unavailable: (what: string) =>
    problem('unavailable', 503, `${what} does not answer`, { detail: 'Nothing was changed. Please try again.' }),
};
