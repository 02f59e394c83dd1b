import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { PushedMessage } from './server.ts';

/** The part of a browser that subscribes and reads pushes (RFC 8291): for tests, in place of a real push service. */
export function pushBrowser(pushUrl: string) {
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  const auth = randomBytes(16);
  const name = randomBytes(12).toString('base64url');

  return {
    subscription: {
      endpoint: `${pushUrl}/push/${name}`,
      keys: { p256dh: keys.getPublicKey('base64url'), auth: auth.toString('base64url') },
    },
    /** What the push service took for it, as it came. */
    async received(): Promise<PushedMessage[]> {
      return (await (await fetch(`${pushUrl}/messages?subscription=${name}`)).json()) as PushedMessage[];
    },
    read: (message: PushedMessage): unknown =>
      JSON.parse(decrypt(Buffer.from(message.body, 'base64url'), { keys, auth })),
    /** The push service says from now on that nobody is there. */
    leave: (): Promise<Response> => fetch(`${pushUrl}/push/${name}`, { method: 'DELETE' }),
  };
}

const derive = (secret: Buffer, salt: Buffer, words: Buffer | string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, words, length));

/** One record of aes128gcm: salt (16), record size (4), length of the key and the sender's key, then what is encrypted. */
function decrypt(body: Buffer, { keys, auth }: { keys: ECDH; auth: Buffer }): string {
  const [salt, keyLength] = [body.subarray(0, 16), body.readUInt8(20)];
  const [senderKey, record] = [body.subarray(21, 21 + keyLength), body.subarray(21 + keyLength)];
  const who = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), senderKey]);
  const secret = derive(keys.computeSecret(senderKey), auth, who, 32);
  const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16);
  const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12);

  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  // A 2 ends the last record, and zeros may follow it.
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
}
