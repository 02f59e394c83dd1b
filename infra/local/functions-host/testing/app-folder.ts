import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const nodeModules = fileURLToPath(new URL('../../../../node_modules', import.meta.url));

export type App = { main: string; hostJson?: object };

/** Writes a function app as a developer would: `main` is the source of main.mjs, with `app` already imported. */
export async function appFolder({ main, hostJson = {} }: App): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'functions-app-'));
  await symlink(nodeModules, path.join(folder, 'node_modules'), 'junction');
  await writeFile(path.join(folder, 'host.json'), JSON.stringify({ version: '2.0', ...hostJson }));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ main: 'main.mjs' }));
  await writeFile(
    path.join(folder, 'main.mjs'),
    `import { app, input, output } from '@azure/functions';\napp.setup({ enableHttpStream: true });\n${main}\n`,
  );
  return folder;
}
