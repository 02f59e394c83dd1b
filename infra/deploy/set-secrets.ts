// Fills the Key Vault of a deployment: makes what is random, fetches what Azure knows, asks for the rest.
import { parseArgs } from 'node:util';
import { AzureCliCredential, AzureDeveloperCliCredential, ChainedTokenCredential } from '@azure/identity';
import { askAtTerminal } from './ask.ts';
import { fillVault } from './fill-vault.ts';
import { keyVault } from './key-vault.ts';
import { management } from './management.ts';
import { stop, wanted } from './wanted.ts';

const { values } = parseArgs({
  options: {
    again: { type: 'string', multiple: true, default: [] },
    management: { type: 'string', default: 'https://management.azure.com' },
  },
});

// Whoever is signed in to azd, or else to az.
const credential = new ChainedTokenCredential(new AzureDeveloperCliCredential(), new AzureCliCredential());
const tokenFor = (audience: string) => async () => (await credential.getToken(`${audience}/.default`)).token;

try {
  const outputs = wanted([
    'AZURE_SUBSCRIPTION_ID',
    'AZURE_RESOURCE_GROUP',
    'AZURE_KEY_VAULT_ENDPOINT',
    'PUBSUB_NAME',
    'API_NAME',
  ]);
  const azure = management({
    endpoint: values.management,
    subscription: outputs.AZURE_SUBSCRIPTION_ID,
    resourceGroup: outputs.AZURE_RESOURCE_GROUP,
    token: tokenFor(values.management),
  });
  const set = await fillVault({
    vault: keyVault({ endpoint: outputs.AZURE_KEY_VAULT_ENDPOINT, token: tokenFor('https://vault.azure.net') }),
    pubsubKeys: () => azure.pubsubKeys(outputs.PUBSUB_NAME),
    ask: askAtTerminal(),
    environment: process.env,
    again: values.again,
    say: (line) => console.log(line),
  });
  if (set.length > 0) await azure.readSecretsAnew(outputs.API_NAME);
} catch (error) {
  stop(error);
}
