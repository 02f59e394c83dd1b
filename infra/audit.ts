// Walks the audit chain of a business and says whether every entry is as it was written.
import { parseArgs } from 'node:util';
import { checkAudit } from './audit/check-audit.ts';
import { cosmosClientFor, localCosmos } from './local/cosmos/client-for.ts';

const { values } = parseArgs({
  options: { workspace: { type: 'string' }, cosmos: { type: 'string', default: localCosmos } },
});
if (!values.workspace) stop('Which business? npm run audit -- --workspace its-address [--cosmos endpoint]');

const checked = await checkAudit(cosmosClientFor(values.cosmos).database('crm'), values.workspace);
if (!checked) stop(`There is no business at ${values.workspace}.`);

console.log(`Entries checked: ${checked.checked}\nHead: ${checked.end.seq} ${checked.end.hash}`);
if (checked.broken) stop(`Entry ${checked.broken.seq} is broken: ${checked.broken.why}.`);

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
