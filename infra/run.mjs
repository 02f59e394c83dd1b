// The one entry of `npm start` and `npm test`: makes the machine ready, then hands over to TypeScript under Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = '24.21.0';
const commands = {
  start: 'infra/start.ts',
  test: 'infra/check.ts',
  build: 'infra/build.ts',
  screenshots: 'infra/screenshots.ts',
  audit: 'infra/audit.ts',
  migrate: 'infra/migrate.ts',
  workspace: 'infra/workspace.ts',
};

const [command = 'start', ...rest] = process.argv.slice(2);
// `npm run bench -- cosmos` runs infra/bench/cosmos.ts, `npm run deploy -- smoke` infra/deploy/smoke.ts.
const [script, options] = ['bench', 'deploy'].includes(command)
  ? [`infra/${command}/${rest[0]}.ts`, rest.slice(1)]
  : [commands[command], rest];
if (!script || !existsSync(join(root, script))) stop(`There is no "${[command, ...rest].join(' ')}".`);

const node = runtime();
install();
const child = spawn(node, [join(root, script), ...options], { cwd: root, stdio: 'inherit', env: environment() });
// Ctrl+C reaches the child by itself: this process only waits for it to end well.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

/** This Node when it is 24 or newer, else one from the npm registry, kept for the next time. */
function runtime() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const name = `node-${platform() === 'win32' ? 'win' : platform()}-${process.arch}`;
  const home = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'starone', `${name}-${wanted}`);
  const binary = join(home, 'node_modules', name, 'bin', platform() === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;

  console.log(
    `StarOne runs on Node ${wanted.split('.')[0]}; fetching ${name}@${wanted} (this is Node ${process.versions.node}).`,
  );
  mkdirSync(dirname(home), { recursive: true });
  const fresh = mkdtempSync(`${home}-`);
  writeFileSync(join(fresh, 'package.json'), '{}');
  npm(
    process.execPath,
    ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${wanted}`],
    fresh,
  );
  try {
    renameSync(fresh, home);
  } catch {
    // Another start was quicker; its copy is as good.
    rmSync(fresh, { recursive: true, force: true });
  }
  return binary;
}

/** `npm ci` when the lock file is not the one that was installed. */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.starone-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages.');
  npm(node, ['ci', '--no-audit', '--no-fund'], root);
  writeFileSync(stamp, lock);
}

/** The npm that called us, under the Node given: the fetched runtime brings none of its own. */
function npm(runtime, args, cwd) {
  const cli = process.env.npm_execpath;
  const [file, rest] = cli ? [runtime, [cli, ...args]] : ['npm', args];
  const { status } = spawnSync(file, rest, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment(runtime),
    shell: !cli && platform() === 'win32',
  });
  if (status !== 0) stop(`npm ${args[0]} failed.`);
}

function environment(runtime = node) {
  return { ...process.env, PATH: `${dirname(runtime)}${delimiter}${process.env.PATH ?? ''}` };
}

function stop(words) {
  console.error(words);
  process.exit(1);
}
