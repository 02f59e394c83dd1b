import { type Problem, ProblemError } from '#domain/kernel/problem.ts';
import type { ResultOf, Route, SentTo } from '#domain/kernel/route.ts';

type Parts = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  file?: Blob;
  fileName?: string;
};
export type Answer = { status: number; body: unknown; headers: Headers };

/** Somebody with a browser of their own: the real HTTP API, and a cookie that is kept. */
export class Person {
  readonly origin: string;
  cookie = '';

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Whatever the API answers. */
  async send(route: Route, sent: Parts = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.origin}/api/${pathOf(route, sent)}`, {
      method: route.method,
      headers: {
        origin: this.origin,
        cookie: this.cookie,
        ...(sent.file && { 'content-type': sent.file.type, 'x-file-name': encodeURIComponent(sent.fileName ?? '') }),
        ...('body' in sent && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent.file && { body: sent.file }),
      ...('body' in sent && { body: JSON.stringify(sent.body) }),
    });
    this.keepCookies(response);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  }

  /** The result of a call that is expected to work. */
  async call<const R extends Route>(route: R, sent?: SentTo<R>): Promise<ResultOf<R>> {
    const { status, body } = await this.send(route, sent as Parts);
    if (status >= 300) throw new ProblemError(body as Problem);
    return (route.result ? route.result.parse(body) : undefined) as ResultOf<R>;
  }

  private keepCookies(response: Response): void {
    const jar = new Map(
      this.cookie
        .split('; ')
        .filter(Boolean)
        .map((pair) => splitOnce(pair)),
    );
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = splitOnce(line.split(';')[0]!);
      if (value === '' || /max-age=0\b/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    this.cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

const splitOnce = (pair: string): [string, string] => {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
};

function pathOf(route: Route, { params = {}, query = {} }: Parts): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
  return search.size > 0 ? `${path}?${search}` : path;
}

type Mail = { to: string; subject: string; text: string };

/** The newest mail to an address; mails are on their way for a moment. */
export async function mailTo(
  mailUrl: string,
  address: string,
  isWanted: (mail: Mail) => boolean = () => true,
): Promise<Mail> {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const response = await fetch(`${mailUrl}/messages?to=${encodeURIComponent(address)}`);
    const found = ((await response.json()) as Mail[]).find(isWanted);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No mail came to ${address}`);
}

export async function codeFor(mailUrl: string, address: string): Promise<string> {
  const { text } = await mailTo(mailUrl, address, (mail) => /\b\d{6}\b/.test(mail.text));
  return /\b\d{6}\b/.exec(text)![0];
}

export async function invitationFor(mailUrl: string, address: string): Promise<string> {
  const { text } = await mailTo(mailUrl, address, (mail) => mail.text.includes('/invite/'));
  return /\/invite\/([\w-]+)/.exec(text)![1]!;
}
