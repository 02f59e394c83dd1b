export type Saying = {
  email?: string;
  name?: string;
  /** Whether the company vouches for the address. */
  isVerified?: boolean;
  tenant?: string;
  /** The company's id of the account; made from the address when left out. */
  subject?: string;
  cancels?: boolean;
};

/** A browser without script at a local company: goes where it is sent, says who it is, and answers where it ends up. */
export async function atCompany(url: string, saying: Saying): Promise<URL> {
  const jar = new Map<string, string>();

  const go = async (address: string, form?: URLSearchParams): Promise<Response> => {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=');
      jar.set(name, value);
    }
    return response;
  };

  let address = url;
  for (let hops = 0; hops < 8; hops++) {
    const response = await go(address);
    if (response.status === 200) {
      const { href } = new URL(address);
      const answer = await go(href, formOf(saying));
      address = new URL(answer.headers.get('location')!, href).href;
      continue;
    }
    const to = response.headers.get('location');
    if (!to) throw new Error(`The company answered ${response.status}: ${await response.text()}`);
    const next = new URL(to, address);
    if (next.origin !== new URL(url).origin) return next;
    address = next.href;
  }
  throw new Error('The company sends its visitor in circles');
}

const formOf = ({ email = '', name = '', isVerified = true, tenant = '', subject = '', cancels }: Saying) =>
  new URLSearchParams({
    do: cancels ? 'cancel' : 'sign-in',
    email,
    name,
    tenant,
    subject,
    ...(isVerified && { isVerified: 'on' }),
  });

/** What the page posts of the address it was opened with. */
export function returnIn(address: URL): { code: string; state: string; iss?: string } {
  const { code = '', state = '', iss } = Object.fromEntries(address.searchParams);
  return { code, state, ...(iss && { iss }) };
}
