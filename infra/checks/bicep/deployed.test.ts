import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hub } from '#domain/realtime/event.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { exampleOf, readSettings, type SettingName, settingNames } from '#functions/platform/settings.ts';
import { secrets } from '#infra/deploy/secrets.ts';
import { declared, folder, main, modules, read, settingGroups } from './our-bicep.ts';
import { propertiesOf, type Property } from './syntax.ts';

describe('the settings of the app', () => {
  const namesIn = (group: Property[]): string[] => group.map(({ name }) => name!);
  const given = settingGroups.flat();
  const names = namesIn(given);
  const isOurs = (name: string): name is SettingName => (settingNames as string[]).includes(name);

  /** Read by the Functions host for its own storage, for the connections of triggers, and for what it reports. */
  const hosts = /^AzureWebJobsStorage__|^(COSMOS|STORAGE)__(credential|clientId)$|^APPLICATIONINSIGHTS_/;

  test('F413 are those that the code reads, and those of the host', () => {
    expect(names.filter((name) => !isOurs(name) && !hosts.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  const started = (settings: string[]) =>
    readSettings(Object.fromEntries(settings.filter(isOurs).map((name) => [name, exampleOf(name)])));

  test('are enough to start, with every way in and without', () => {
    expect(started(names)).toMatchObject({
      push: {},
      providers: { google: {}, linkedin: {}, facebook: {}, microsoft: {} },
    });
    expect(started(namesIn(settingGroups[0]!))).toMatchObject({
      push: null,
      providers: { google: null, microsoft: null },
    });
  });

  test('F413 ask the vault for the secrets that the deployment writes into it', () => {
    const asked = given.flatMap(({ name, value }) =>
      [...value.text.matchAll(/\$\{secrets\}([\w-]+)\)/g)].map(([, secret]) => [name, secret]),
    );
    const written = secrets.map(({ setting, name }) => [setting, name]);
    expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(written));
  });

  test('F413 hold no key: what is secret comes from Key Vault, and services are reached by the identity', () => {
    const secret = names.filter((name) => /SECRET|KEYS|PEPPER|PRIVATE/.test(name));
    const values = given.filter(({ name }) => secret.includes(name!));
    expect(values.map(({ value }) => value.text).filter((text) => !text.startsWith("'${secrets}"))).toEqual([]);
    const all = [main, ...modules.values()].map(({ root }) => root.text).join('\n');
    expect(all).not.toMatch(/\blist(Keys|AccountSas|ConnectionStrings|\w*Secrets)\b|AccountKey=|SharedAccessKey/);
  });
});

describe('F402 the data account', () => {
  test('has the containers of the local start, each read from its file', () => {
    const files = globSync('*.json', { cwd: join(folder, 'containers') }).map((file) => basename(file, '.json'));
    const made = propertiesOf(declared('cosmos', 'containers').namedChildren.at(-1)!);
    expect(new Set(made.map(({ name }) => name))).toEqual(new Set(files));
    for (const { name, value } of made) expect(value.text).toBe(`loadJsonContent('../containers/${name}.json')`);
  });

  test('gives them their keys, hierarchical where there are two, their indexes and how long they live', () => {
    const resource = declared('cosmos', 'made').text;
    for (const part of [
      'paths: container.partitionKey',
      "kind: length(container.partitionKey) > 1 ? 'MultiHash' : 'Hash'",
      'indexingPolicy: container.indexingPolicy',
      'defaultTtl: container.?defaultTtl',
    ])
      expect(resource).toContain(part);
  });
});

test('files and queues are those of the local start', () => {
  expect(read('modules/storage.bicep')).toContain("loadJsonContent('../storage.json')");
});

test('Web PubSub tells the functions of connections, and of presence, at their own address', () => {
  const wiring = read('modules/wiring.bicep');
  expect(wiring).toContain(`name: '${hub}'`);
  expect(wiring).toContain(`/api/${realtimeRoutes.events.path}'`);
  expect(wiring).toContain("systemEvents: ['connected', 'disconnected']");
});

describe('main.bicep', () => {
  const { parameters, root } = main;
  const file = JSON.parse(read('main.parameters.json')) as { parameters: Record<string, { value: unknown }> };

  test('is told all that it asks for, and nothing else', () => {
    expect(Object.keys(file.parameters).toSorted()).toEqual([...parameters.keys()].toSorted());
  });

  test('asks a stranger for nothing but the name and the region', () => {
    const asked = Object.entries(file.parameters).filter(([, { value }]) => /\$\{\w+\}/.test(JSON.stringify(value)));
    expect(asked.map(([name]) => name)).toEqual(['environmentName', 'location']);
    const empty = Object.entries(file.parameters).filter(([, { value }]) => /^\$\{\w+=\}$/.test(String(value)));
    for (const [name] of empty) expect([name, parameters.get(name)]).toEqual([name, false]);
  });

  test('stays a page that one reads', () => {
    expect(root.endPosition.row).toBeLessThan(150);
  });
});
