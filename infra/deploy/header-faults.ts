/** What a header's value must look like, by the header's name in small letters. */
export type Wanted = Record<string, RegExp>;

export const missing = (headers: Headers, wanted: Wanted): string[] =>
  Object.entries(wanted).flatMap(([name, value]) => {
    const found = headers.get(name);
    if (found === null) return [`${name} is missing`];
    return value.test(found) ? [] : [`${name} is ${found}`];
  });

const flags = ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax'];

/** A `__Host-` cookie with these flags is sent by no other site and read by no script. Values are never told. */
export const cookieFaults = (headers: Headers): string[] =>
  headers.getSetCookie().flatMap((line) => {
    const name = line.slice(0, line.indexOf('='));
    const given = line.split(';').map((part) => part.trim().toLowerCase());
    const absent = flags.filter((flag) => !given.includes(flag.toLowerCase()));
    return [
      ...(name.startsWith('__Host-') ? [] : [`the cookie ${name} may be set for other hosts`]),
      ...(given.some((part) => part.startsWith('domain=')) ? [`the cookie ${name} is sent to other hosts`] : []),
      ...absent.map((flag) => `the cookie ${name} lacks ${flag}`),
    ];
  });
