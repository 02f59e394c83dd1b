// Looks at a site that was just deployed, and fails when something is not as it should be.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { checkSite, type Finding } from './check-site.ts';
import { stop, wanted } from './wanted.ts';

const { values } = parseArgs({
  options: {
    site: { type: 'string' },
    /** A new deployment and its first, cold answers take a while. */
    patience: { type: 'string', default: '180' },
  },
});

try {
  const site = new URL(values.site ?? wanted(['WEB_URL']).WEB_URL).origin;
  const until = Date.now() + Number(values.patience) * 1000;
  let findings = await checkSite(site);
  while (areFaulty(findings) && Date.now() < until) {
    await pause(10_000);
    findings = await checkSite(site);
  }
  for (const { name, faults } of findings)
    console.log([`${faults.length === 0 ? 'ok    ' : 'FAULT '} ${name}`, ...faults].join('\n         '));
  if (areFaulty(findings)) throw new Error(`${site} is not as it should be.`);
} catch (error) {
  stop(error);
}

function areFaulty(findings: Finding[]): boolean {
  return findings.some(({ faults }) => faults.length > 0);
}
