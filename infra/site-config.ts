import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const template = join(import.meta.dirname, '../web/staticwebapp.config.json');

/** For a site built before its Web PubSub is known: any of them, and Microsoft's sign-in. */
export const anyCloudHosts = 'wss://*.webpubsub.azure.com https://login.microsoftonline.com';

/** The local web server's: the deployed site must not reach into the machines of its visitors. */
export const thisMachinesHosts = 'ws://127.0.0.1:* http://127.0.0.1:*';

// A semicolon among them would begin another directive.
const host = /^(?:https?|wss?):\/\/[\w*.-]+(?::(?:\d+|\*))?$/;

/** What Static Web Apps is told, as JSON text. `connect` is where scripts may connect to besides the site, spaces between. */
export async function siteConfigWith(connect: string): Promise<string> {
  const hosts = connect.split(' ');
  if (!hosts.every((one) => host.test(one)))
    throw new Error(`SITE_CONNECT is not a list of hosts, such as "${anyCloudHosts}": ${connect}`);
  return (await readFile(template, 'utf8')).replaceAll('{SITE_CONNECT}', hosts.join(' '));
}
