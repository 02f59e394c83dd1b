import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { townFile } from '#functions/places/town-file.ts';
import { makeTownFile } from './places/compile-towns.ts';
import { anyCloudHosts, siteConfigWith } from './site-config.ts';

const root = join(import.meta.dirname, '..');

async function buildApi(): Promise<void> {
  const out = join(root, 'dist/api');
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await bundleFunctions({ entry: 'functions/main.ts', out });
  await cp(join(root, 'host.json'), join(out, 'host.json'));
  await writeFile(join(out, 'package.json'), `${JSON.stringify({ type: 'module', main: 'main.mjs' })}\n`);
  for (const name of beside) await copyPackage(name, join(out, 'node_modules'));
}

/**
 * All that a part of the functions needs, fonts and towns beside it. What is imported when it is first needed stands in
 * files of its own: a start reads and compiles the others only.
 */
export async function bundleFunctions({ entry, out }: { entry: string; out: string }): Promise<void> {
  await bundle({
    absWorkingDir: root,
    entryPoints: { main: entry },
    outdir: out,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: 'linked',
    minify: true,
    keepNames: true,
    // The host supplies the first. The banner gives the CommonJS packages inside the bundle the `require` they ask for.
    external: ['@azure/functions-core', ...beside],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'warning',
  });
  await cp(join(root, 'functions/receipts/fonts'), join(out, 'fonts'), { recursive: true });
  await makeTownFile();
  await cp(townFile, join(out, basename(townFile)));
}

/** Machine code cannot be part of one file: these stand beside it, and are read when they are first needed. */
const beside = ['sharp'];

/** With all that it needs. Optional packages are those of other machines: the ones for this one are installed. */
async function copyPackage(name: string, into: string): Promise<void> {
  const from = join(root, 'node_modules', name);
  if (!existsSync(from) || existsSync(join(into, name))) return;
  await cp(from, join(into, name), { recursive: true });
  const { dependencies, optionalDependencies } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8')) as {
    dependencies?: object;
    optionalDependencies?: object;
  };
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) await copyPackage(needed, into);
}

async function buildWeb(): Promise<void> {
  // In a process of its own: Vite marks the one it builds in as production, where the local Azure refuses to start.
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'];
  // A test that builds has a mode of its own, in which React is twice as heavy.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  if (status !== 0) throw new Error('The site could not be built.');
}

const parts = [
  {
    name: 'functions',
    run: buildApi,
    sources: [
      'domain/**/*.{ts,json}',
      'functions/**/*.{ts,woff}',
      'host.json',
      'package-lock.json',
      'infra/build.ts',
      'infra/places/*.ts',
    ],
  },
  {
    name: 'site',
    run: buildWeb,
    sources: ['domain/**/*.{ts,json}', 'web/**/*.*', 'package-lock.json', 'infra/build.ts'],
  },
];

function digestOf(patterns: string[]): string {
  const files = globSync(patterns, { cwd: root, exclude: (name) => name === 'node_modules' || name === 'dist' });
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    if (!/\.[a-z]+$/.test(file)) continue;
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Builds what changed since the last time; the answer names it. */
export async function build(): Promise<string[]> {
  const stampFile = join(root, 'dist/built.json');
  const built = await readFile(stampFile, 'utf8').then(
    (text): Record<string, string> => JSON.parse(text),
    (): Record<string, string> => ({}),
  );
  const done: string[] = [];
  for (const { name, run, sources } of parts) {
    const digest = digestOf(sources);
    if (built[name] === digest) continue;
    await run();
    built[name] = digest;
    done.push(name);
    await mkdir(join(root, 'dist'), { recursive: true });
    await writeFile(stampFile, JSON.stringify(built));
  }
  // Not part of the site's digest: the same site goes to another Azure with other hosts.
  const config = await siteConfigWith(process.env['SITE_CONNECT'] || anyCloudHosts);
  const file = join(root, 'web/dist/staticwebapp.config.json');
  // Left alone when it is right: azd builds once more while it uploads the site.
  if (!existsSync(file) || (await readFile(file, 'utf8')) !== config) await writeFile(file, config);
  return done;
}

if (import.meta.main) {
  const done = await build();
  console.log(done.length > 0 ? `built: ${done.join(', ')}` : 'nothing changed');
}
