// Builds what is deployed: the functions for Azure's machines, and the site with the addresses of its Azure.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build.ts';
import { stop, wanted } from './wanted.ts';

/** Machine code that Azure needs: npm installs it for the machine that builds. */
const machineCode = join(import.meta.dirname, '../../dist/api/node_modules/@img/sharp-linux-x64');

try {
  // Read by the build; without it the site could not reach Web PubSub.
  wanted(['SITE_CONNECT']);
  await build();
  if (!existsSync(machineCode))
    throw new Error(
      `This was built on ${process.platform} ${process.arch}, and Azure's machines are Linux x64: please deploy from one, such as the workflow's runner, a Codespace or WSL.`,
    );
  console.log('Built dist/api and web/dist.');
} catch (error) {
  stop(error);
}
