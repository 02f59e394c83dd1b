/** The right-most hop, which our own front wrote: the others are whatever the client wrote. Azure adds a port. */
export function clientAddressIn(headers: Headers): string {
  const hop = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const inBrackets = /^\[([^\]]+)\](?::\d+)?$/.exec(hop);
  const beforePort = /^([^:]+):\d+$/.exec(hop);
  return inBrackets?.[1] ?? beforePort?.[1] ?? (hop || '127.0.0.1');
}

/** Of IPv6, the 64 bits that one customer of a provider has: in them an address costs nothing. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [before = '', after] = address.split('::');
  const left = before.split(':').filter(Boolean);
  const right = after?.split(':').filter(Boolean) ?? [];
  const zeros = after === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
