import { credential } from './credential.ts';
import { madeOnce } from './made-once.ts';
import type { Mail } from './mail.ts';

export type Transport = {
  /** Resolves when the message has been taken; a refusal throws. */
  send: (mail: Mail) => Promise<void>;
  /** Throws when it cannot be reached. */
  answers: () => Promise<void>;
};

/** `from` as in a mail: `StarOne CRM <no-reply@starone.example>`. */
export function smtpTransport(url: string, from: string): Transport {
  const transport = madeOnce(async () => {
    const { createTransport } = await import('nodemailer');
    return createTransport({ url, pool: true }, { from });
  });
  return {
    async send({ attachments = [], ...mail }) {
      const attached = attachments.map(({ fileName, type, bytes }) => ({
        filename: fileName,
        contentType: type,
        content: Buffer.from(bytes),
      }));
      await (await transport()).sendMail({ ...mail, attachments: attached });
    },
    answers: async () => void (await (await transport()).verify()),
  };
}

type Access = { connection: string } | { endpoint: string };

/** As long as somebody may be kept waiting for the answer to "send me a code". */
const patienceMs = 20_000;

/** Azure Communication Services. It takes a mail as an operation, which is asked about until it is done. */
export function azureTransport(access: Access, from: string): Transport {
  const client = madeOnce(async () => {
    const { EmailClient } = await import('@azure/communication-email');
    if ('endpoint' in access) return new EmailClient(access.endpoint, credential);
    // Plain http is only ever a test's: the service itself refuses it.
    const allowInsecureConnection = access.connection.startsWith('endpoint=http://127.0.0.1:');
    return new EmailClient(access.connection, { allowInsecureConnection });
  });
  // It takes the bare address; the name beside it belongs to the domain's settings there.
  const senderAddress = /<([^>]+)>/.exec(from)?.[1] ?? from;
  return {
    async send({ to, subject, text, html, attachments = [] }) {
      const abortSignal = AbortSignal.timeout(patienceMs);
      const message = {
        senderAddress,
        content: { subject, plainText: text, html },
        recipients: { to: [{ address: to }] },
        attachments: attachments.map(({ fileName, type, bytes }) => ({
          name: fileName,
          contentType: type,
          contentInBase64: Buffer.from(bytes).toString('base64'),
        })),
        // Opening a mail with a code in it is nobody's business.
        disableUserEngagementTracking: true,
      };
      const poller = await (await client()).beginSend(message, { abortSignal, updateIntervalInMs: 500 });
      const { status, error } = await poller.pollUntilDone({ abortSignal });
      if (status !== 'Succeeded') throw new Error(`The mail was not sent: ${error?.code ?? status}`);
    },
    // Whatever it says without credentials: there is no call that only asks how it is.
    answers: async () => void (await fetch(endpointOf(access), { method: 'HEAD', signal: AbortSignal.timeout(5000) })),
  };
}

const endpointOf = (access: Access): string =>
  'endpoint' in access ? access.endpoint : (/endpoint=([^;]+)/i.exec(access.connection)?.[1] ?? access.connection);
