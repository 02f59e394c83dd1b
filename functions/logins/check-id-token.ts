import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';

/** Who Microsoft says somebody is: a person of a directory (tenant). The address may change, and is not looked at. */
const Claims = z.object({ iss: z.string(), tid: z.guid(), oid: z.guid(), nonce: z.string().min(16) });
export type MicrosoftPerson = Pick<z.infer<typeof Claims>, 'tid' | 'oid' | 'nonce'>;

type Expected = {
  clientId: string;
  /** `{tenantid}` in it stands for the person's own directory. */
  issuer: string;
  keys: JWTVerifyGetKey;
  now: Date;
};

/** Signature, audience, issuer and lifetime; the nonce is left to who issued it. */
export async function checkIdToken(
  idToken: string,
  { clientId, issuer, keys, now }: Expected,
): Promise<MicrosoftPerson> {
  const options = { algorithms: ['RS256'], audience: clientId, currentDate: now, requiredClaims: ['exp', 'iat'] };
  const { payload } = await orProblem(jwtVerify(idToken, keys, { ...options, clockTolerance: 60 }));
  const { data: claims } = Claims.safeParse(payload);
  if (!claims || claims.iss !== issuer.replace('{tenantid}', claims.tid)) throw problems.loginLapsed();
  const { tid, oid, nonce } = claims;
  return { tid, oid, nonce };
}

async function orProblem<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isNoAnswer(error)) throw problems.unavailable('Microsoft');
    if (error instanceof errors.JOSEError) throw problems.loginLapsed();
    throw error;
  }
}

/** Of the address of the keys: what `fetch` throws, a timeout, or anything but a list of keys. */
const isNoAnswer = (error: unknown): boolean =>
  error instanceof errors.JWKSTimeout ||
  (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') ||
  (error instanceof TypeError && error.cause !== undefined);
