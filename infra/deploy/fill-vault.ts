import type { Ask } from './ask.ts';
import type { KeyVault } from './key-vault.ts';
import { faultOf, newSecret, type Secret, wantedSecrets } from './secrets.ts';

type Filling = {
  vault: Pick<KeyVault, 'names' | 'set'>;
  pubsubKeys: () => Promise<string>;
  /** Null where nobody sits at a terminal. */
  ask: Ask | null;
  environment: Record<string, string | undefined>;
  /** Names of secrets to set although they are there: a key that was changed. */
  again: readonly string[];
  say: (line: string) => void;
};

/**
 * Puts every secret that this deployment needs and that is missing into Key Vault; tells names, never values. The answer
 * is the names of what was set.
 */
export async function fillVault({ vault, pubsubKeys, ask, environment, again, say }: Filling): Promise<string[]> {
  const wanted = wantedSecrets(environment);
  refuseToRenew(again, wanted);

  const there = await vault.names();
  const missing = wanted.filter(({ name }) => !there.has(name) || again.includes(name));
  const unanswered = missing.filter(({ from, setting }) => from === 'person' && !environment[setting]);
  // Known before the first one is written: a pipeline that cannot ask changes nothing.
  if (unanswered.length > 0 && !ask) throw new Error(`Nobody can be asked here. ${howToAnswer(unanswered)}`);

  for (const secret of missing) {
    await vault.set(secret.name, await valueOf(secret));
    say(`Set ${secret.name}.`);
  }
  if (missing.length === 0) say('Every secret is there.');
  return missing.map(({ name }) => name);

  async function valueOf(secret: Secret): Promise<string> {
    if (secret.from === 'chance') return newSecret();
    if (secret.from === 'pubsub') return pubsubKeys();
    const given = environment[secret.setting];
    if (given === undefined || given === '') return askUntilRight(secret);
    const fault = faultOf(secret, given, environment);
    if (fault) throw new Error(`The environment's ${secret.setting} cannot be used. ${fault}`);
    return given;
  }

  async function askUntilRight(secret: Secret): Promise<string> {
    for (;;) {
      const value = (await ask!.hidden(questionOf(secret, environment))).trim();
      const fault = faultOf(secret, value, environment);
      if (!fault) return value;
      say(fault);
    }
  }
}

/** What is made by chance opens what was sealed with it: a new one would lock everybody out. */
function refuseToRenew(again: readonly string[], wanted: Secret[]): void {
  for (const name of again) {
    const secret = wanted.find((each) => each.name === name);
    if (!secret) throw new Error(`This deployment has no secret ${name}.`);
    if (secret.from === 'chance') throw new Error(`${name} is never changed: what it sealed could not be opened.`);
  }
}

const questionOf = ({ name, where = '' }: Secret, environment: Filling['environment']): string =>
  `${name} (${where.replace('{site}', environment['WEB_URL'] ?? '')})`;

const howToAnswer = (secrets: Secret[]): string =>
  `Run "azd exec -i -- npm run deploy -- set-secrets" at a terminal, or set ${secrets.map(({ setting }) => setting).join(', ')} in the environment.`;
