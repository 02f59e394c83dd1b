import { loadPackage } from '../package/load-package.ts';
import { packageAlone } from '../package/package-alone.ts';
import { sizesOf } from '../package/sizes.ts';
import { percentile, show } from './figures.ts';

/** What is deployed: how large it is, and how long a fresh process takes to load it. */
const rounds = 7;

await using deployed = await packageAlone();
const { atStart, code, whole, files } = await sizesOf(deployed.folder);
const times: number[] = [];
for (let round = 0; round < rounds; round += 1) times.push((await loadPackage(deployed.folder)).ms);

const kB = (bytes: number) => bytes / 1000;
show('The package of functions, alone in an empty folder', [
  { what: `load time, median of ${rounds}`, value: percentile(times, 50), unit: 'ms', goal: { atMost: 150 } },
  { what: 'read at the start', value: kB(atStart), unit: 'kB' },
  { what: 'code with its libraries', value: kB(code), unit: 'kB' },
  { what: 'everything, with source maps, fonts, towns and sharp', value: kB(whole), unit: 'kB' },
  { what: 'files', value: files, unit: '' },
]);
