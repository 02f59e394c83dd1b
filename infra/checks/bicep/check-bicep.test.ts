import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkBicep } from './check-bicep.ts';

const ours = join(import.meta.dirname, '../../../bicep');
const folder = mkdtempSync(join(tmpdir(), 'starone-bicep-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what is deployed has no error, and nothing that needs a second look', () => {
  expect(checkBicep(join(ours, 'main.bicep'))).toEqual([]);
});

/** What is found after one text of one file has become another. */
function findingsAfter(file: string, text: string, instead: string): string[] {
  cpSync(ours, folder, { recursive: true });
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  expect(source).toContain(text);
  writeFileSync(
    path,
    source.replace(text, () => instead),
  );
  return checkBicep(join(folder, 'main.bicep')).map(({ severity, says }) => `${severity}: ${says}`);
}

const app = 'modules/functionapp.bicep';

describe('each kind of mistake is found', () => {
  test.each([
    ['a bracket that is not closed', app, 'properties: { reserved: true', 'properties: { reserved: true {', 'syntax'],
    ['a property that is not known', app, 'httpsOnly', 'onlyHttps', 'app.properties.onlyHttps is not known'],
    ['a property in another case', app, 'httpsOnly', 'HttpsOnly', "app.properties.HttpsOnly should be 'httpsOnly'"],
    [
      'a property that only Azure writes',
      app,
      'httpsOnly: true',
      "state: 'Running'",
      'app.properties.state is read-only',
    ],
    [
      'a text in place of a claim',
      app,
      'httpsOnly: true',
      "httpsOnly: 'yes'",
      'app.properties.httpsOnly: a text is not',
    ],
    ['a claim in place of a number', app, '2048', 'true', 'instanceMemoryMB: a boolean is not accepted'],
    ['a number in place of a text', app, "version: '24'", 'version: 24', 'runtime.version: a number is not accepted'],
    [
      'a list in place of an object',
      app,
      "{ minTlsVersion: '1.2'",
      "['1.2']\n    cors: { minTlsVersion: '1.2'",
      'siteConfig: a list is not',
    ],
    [
      'an object in place of a list',
      'modules/mail.bicep',
      '[domainId]',
      '{ id: domainId }',
      'linkedDomains: an object is not',
    ],
    [
      'an object in place of a text',
      app,
      "ftpsState: 'Disabled'",
      'ftpsState: {}',
      'ftpsState: an object is not accepted',
    ],
    [
      'a word that is none of the few',
      'modules/site.bicep',
      "'Disabled'",
      "'Off'",
      "'Off' is not one of Enabled|Disabled",
    ],
    [
      'a required property left out',
      'modules/identity.bicep',
      '  location: place.location\n',
      '',
      "required 'location' is",
    ],
    [
      'a form that is not named',
      'modules/scanning.bicep',
      "endpointType: 'StorageQueue'",
      '',
      "'endpointType' must say",
    ],
    [
      'a form that is not known',
      'modules/scanning.bicep',
      "'StorageQueue'",
      "'Queue'",
      "'Queue' is not one of AzureFunction",
    ],
    [
      'a module that is not there',
      'main.bicep',
      'modules/site.bicep',
      'modules/web.bicep',
      'modules/web.bicep is not there',
    ],
    [
      'a parameter that a module lacks',
      'main.bicep',
      'units: pubsubUnits',
      'size: pubsubUnits',
      "has no parameter 'size'",
    ],
    ['a parameter that is not given', 'main.bicep', ', units: pubsubUnits', '', "needs the parameter 'units'"],
    ['an output that a module lacks', 'main.bicep', 'storage.outputs.name', 'storage.outputs.id', "has no output 'id'"],
    [
      'a file to load that is not there',
      'modules/storage.bicep',
      "'../storage.json'",
      "'../blobs.json'",
      'is not there',
    ],
    ['a name that is declared nowhere', 'main.bicep', 'push: push', 'push: pushing', "'pushing' is declared nowhere"],
    [
      'a name that is declared twice',
      'main.bicep',
      'var token =',
      'var place = 1\nvar token =',
      "'place' is declared twice",
    ],
    ['a function that there is not', 'main.bicep', 'uniqueString(', 'unique(', "Bicep has no function 'unique'"],
  ])('%s', (_mistake, file, text, instead, says) => {
    const found = findingsAfter(file, text, instead);
    expect(found.some((finding) => finding.startsWith('error: ') && finding.includes(says))).toBe(true);
  });

  test.each([
    [
      'a parameter that nobody uses',
      'main.bicep',
      'var token =',
      "param size string = ''\nvar token =",
      "'size' is never",
    ],
    ['a version without types here', app, 'serverfarms@2024-11-01', 'serverfarms@2010-01-01', 'no types here for'],
    ['a word that is new', 'modules/mail.bicep', "'AzureManaged'", "'Lent'", "'Lent' is not one of the known"],
  ])('%s is worth a warning', (_mistake, file, text, instead, says) => {
    expect(findingsAfter(file, text, instead).join('\n')).toContain(says);
  });
});
