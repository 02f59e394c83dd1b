import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { config } from './config.ts';
import { azureTransport, smtpTransport, type Transport } from './mail-transports.ts';

export type Attachment = { fileName: string; type: string; bytes: Uint8Array };
export type Mail = { to: string; subject: string; text: string; html: string; attachments?: readonly Attachment[] };

const { by, from } = config.mail;
const transport: Transport = 'smtp' in by ? smtpTransport(by.smtp, from) : azureTransport(by, from);

/** Sends when the mail server has taken the message. What went wrong there is reported; the caller may try again. */
export const mailerOf =
  (report: (error: unknown) => void, { send }: Transport = transport) =>
  async (mail: Mail): Promise<void> => {
    try {
      await send(mail);
    } catch (error) {
      report(error);
      throw problems.unavailable('The mail server');
    }
  };
export type Mailer = ReturnType<typeof mailerOf>;

/** For a mail about something that is done already: it stays done when the mail cannot be sent, which is reported. */
export async function sendAside(send: Mailer, mail: Mail): Promise<void> {
  try {
    await send(mail);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}

export const mailAnswers = (): Promise<void> => transport.answers();
