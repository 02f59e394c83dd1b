// Walks the audit chain of a business and says whether every entry is as it was written.
import { parseArgs } from 'node:util';
import { CosmosClient } from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';
import { checkAudit } from './audit/check-audit.ts';
import { localKey } from './local/cosmos/auth.ts';
import { standardPorts } from './local/ports.ts';

const local = `AccountEndpoint=http://127.0.0.1:${standardPorts.cosmos}/;AccountKey=${localKey};`;
const { values } = parseArgs({
  options: { workspace: { type: 'string' }, cosmos: { type: 'string', default: local } },
});
if (!values.workspace) stop('Which business? npm run audit -- --workspace its-address [--cosmos endpoint]');

const checked = await checkAudit(clientFor(values.cosmos).database('crm'), values.workspace);
if (!checked) stop(`There is no business at ${values.workspace}.`);

console.log(`Entries checked: ${checked.checked}\nHead: ${checked.end.seq} ${checked.end.hash}`);
if (checked.broken) stop(`Entry ${checked.broken.seq} is broken: ${checked.broken.why}.`);

/** An endpoint is entered as whoever is signed in to Azure; a connection string as it says. */
function clientFor(cosmos: string): CosmosClient {
  if (cosmos.startsWith('AccountEndpoint=')) return new CosmosClient(cosmos);
  return new CosmosClient({ endpoint: cosmos, aadCredentials: new DefaultAzureCredential() });
}

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
