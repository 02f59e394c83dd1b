import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anyCloudHosts, siteConfigWith } from '../../site-config.ts';
import { unpinnedActions, workflowFaults } from './lint-workflow.ts';
import { faultsOf, type Kind, readConfig } from './validate.ts';

const root = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const workflows = globSync('.github/workflows/*.yml', { cwd: root }).toSorted();

const files: [string, Kind][] = [
  ['host.json', 'host'],
  ['web/staticwebapp.config.json', 'staticwebapp.config'],
  ['azure.yaml', 'azure.yaml'],
  ...workflows.map((file): [string, Kind] => [file, 'github-workflow']),
];

test.each(files)('F412 %s is as its published definition says', (file, kind) => {
  expect(faultsOf(kind, readConfig(join(root, file)))).toEqual([]);
});

test('the site is told what its definition knows once the addresses are filled in', async () => {
  expect(faultsOf('staticwebapp.config', JSON.parse(await siteConfigWith(anyCloudHosts)))).toEqual([]);
});

describe('a planted fault is found', () => {
  test.each<[Kind, unknown]>([
    ['host', { version: '3.0' }],
    ['host', { version: '2.0', extensions: { queues: { batchSize: 'four' } } }],
    ['staticwebapp.config', { routes: [{ headers: {} }] }],
    ['staticwebapp.config', { globalHeader: {} }],
    ['azure.yaml', { services: {} }],
    ['azure.yaml', { name: 'starone', hooks: { afterProvision: { run: 'true' } } }],
    ['azure.yaml', { name: 'starone', services: { api: { project: '.', host: 'function', remoteBuild: 'no' } } }],
    ['github-workflow', { jobs: { check: { steps: [] } } }],
    ['github-workflow', { on: 'push', jobs: { check: { 'runs-on': 'ubuntu-24.04', step: [] } } }],
  ])('in %s: %j', (kind, content) => {
    expect(faultsOf(kind, content)).not.toEqual([]);
  });
});

describe('F412 a workflow', () => {
  test.each(workflows)('%s has nothing that actionlint minds, and every action is pinned', (file) => {
    expect(workflowFaults(read(file), file)).toEqual([]);
    expect(unpinnedActions(read(file))).toEqual([]);
  });

  test.each([
    ['an expression of nothing', 'run: echo ${{ githb.sha }}'],
    ['a step that cannot be', 'runs: echo'],
    ['a title of a stranger in a script', 'run: echo ${{ github.event.pull_request.title }}'],
  ])('with %s would be found', (_fault, step) => {
    const text = `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${step}\n`;
    expect(workflowFaults(text, 'planted.yml')).not.toEqual([]);
  });

  test.each(['actions/checkout@v7', 'actions/checkout@main # v7.0.1', `actions/checkout@${'a'.repeat(40)}`])(
    'with %s would be found to trust a name that can be moved, or to hide its version',
    (action) => expect(unpinnedActions(`      - uses: ${action}\n`)).toEqual([action]),
  );

  test('that deploys is signed in by GitHub for the run alone, waits for the checks, and is not broken off', () => {
    const { jobs } = readConfig(join(root, '.github/workflows/deploy.yml')) as { jobs: Record<string, unknown> };
    expect(jobs['deploy']).toMatchObject({
      needs: 'check',
      environment: 'production',
      permissions: { 'id-token': 'write', contents: 'read' },
      concurrency: { 'cancel-in-progress': false },
    });
    expect(read('.github/workflows/deploy.yml')).not.toContain('secrets.');
  });
});

describe('F412 azure.yaml', () => {
  type Hook = { run: string };
  const { hooks, pipeline } = readConfig(join(root, 'azure.yaml')) as {
    hooks: Record<string, Hook | Hook[]>;
    pipeline: { variables: string[] };
  };

  test('has hooks that are there', () => {
    for (const { run } of Object.values(hooks).flat()) {
      const [, script] = /^node infra\/run\.mjs deploy ([\w-]+)$/.exec(run) ?? [];
      expect([run, script && existsSync(join(root, `infra/deploy/${script}.ts`))]).toEqual([run, true]);
    }
  });

  test('hands every parameter of Bicep to the pipeline, which hands it on', () => {
    const { env } = readConfig(join(root, '.github/workflows/deploy.yml')) as { env: Record<string, string> };
    const ofAzd = ['AZURE_ENV_NAME', 'AZURE_LOCATION', 'AZURE_PRINCIPAL_ID', 'AZURE_PRINCIPAL_TYPE'];
    const parameters = [...read('bicep/main.parameters.json').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!);
    const own = parameters.filter((name) => !ofAzd.includes(name));
    expect(pipeline.variables).toEqual(own);
    for (const name of own) expect([name, env[name]]).toEqual([name, `\${{ vars.${name} }}`]);
  });
});
