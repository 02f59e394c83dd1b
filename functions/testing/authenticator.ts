import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { PasskeyCreation, PasskeyMade, PasskeyRequest, PasskeySigned } from '#domain/factors/webauthn.ts';

/** How an answer differs from an honest one. */
type Lie = { origin?: string; rpId?: string; challenge?: string; isVerified?: boolean; counter?: number };
type Key = { id: string; privateKey: KeyObject; counter: number };

const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();
const userPresent = 0x01;
const userVerified = 0x04;
const withCredential = 0x40;

/** A passkey authenticator in software: ES256, no attestation. It does what a browser at `ownOrigin` and a chip do. */
export function softwareAuthenticator(ownOrigin: string) {
  const keys: Key[] = [];

  const clientData = (type: string, challenge: string, lie: Lie): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: lie.challenge ?? challenge,
        origin: lie.origin ?? ownOrigin,
        crossOrigin: false,
      }),
    );

  const authData = (rpId: string, flags: number, counter: number, rest: Uint8Array = Buffer.alloc(0)): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, rest]);
  };

  return {
    make({ challenge, rp }: Pick<PasskeyCreation, 'challenge' | 'rp'>, lie: Lie = {}): PasskeyMade {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const rawId = randomBytes(32);
      const id = rawId.toString('base64url');
      keys.push({ id, privateKey, counter: 0 });
      const flags = userPresent | (lie.isVerified === false ? 0 : userVerified) | withCredential;
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, rawId.length]), rawId, coseKey(publicKey)]);
      const object = attestation(authData(lie.rpId ?? rp.id, flags, 0, credential));
      return {
        id,
        rawId: id,
        type: 'public-key',
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, lie).toString('base64url'),
          attestationObject: object.toString('base64url'),
          transports: ['internal'],
        },
      };
    },

    /** By the newest key the request allows. */
    sign({ challenge, rpId, allowCredentials }: PasskeyRequest, lie: Lie = {}): PasskeySigned {
      const allowed = (key: Key) => allowCredentials.length === 0 || allowCredentials.some(({ id }) => id === key.id);
      const key = keys.findLast(allowed);
      if (!key) throw new Error('This authenticator has none of the passkeys asked for');
      key.counter = lie.counter ?? key.counter + 1;
      const flags = userPresent | (lie.isVerified === false ? 0 : userVerified);
      const data = authData(lie.rpId ?? rpId, flags, key.counter);
      const client = clientData('webauthn.get', challenge, lie);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), key.privateKey);
      return {
        id: key.id,
        rawId: key.id,
        type: 'public-key',
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      };
    },
  };
}
export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>;

/** CBOR of { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y }. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const [left, right] = [x, y].map((number) => Buffer.from(number, 'base64url'));
  return Buffer.concat([hex('a5010203262001215820'), left!, hex('225820'), right!]);
}

/** CBOR of { fmt: 'none', attStmt: {}, authData }. */
const attestation = (data: Buffer): Buffer =>
  Buffer.concat([hex('a363666d74646e6f6e656761747453746d74a068617574684461746158'), Buffer.from([data.length]), data]);

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
