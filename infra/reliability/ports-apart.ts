import { portsInUse } from '../local/ports-in-use.ts';
import { type Ports, standardPorts } from '../local/ports.ts';

const names = Object.keys(standardPorts) as (keyof Ports)[];
// Below the range from which the system hands out ports itself: what is free now stays free while the product is down.
const first = 20_000;
const blocks = 1_000;

/** Ports that a product can come back to after a kill; each process looks in its own place first. */
export async function portsApart(): Promise<Ports> {
  for (let block = 0; block < blocks; block += 1) {
    const from = first + ((process.pid + block) % blocks) * names.length;
    const ports = Object.fromEntries(names.map((name, at) => [name, from + at])) as Ports;
    if ((await portsInUse(ports)).length === 0) return ports;
  }
  throw new Error(`No ${names.length} ports beside each other are free from ${first} on.`);
}
