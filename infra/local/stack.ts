import { join } from 'node:path';
import { siteConfigWith, thisMachinesHosts } from '../site-config.ts';
import { startAzure } from './azure.ts';
import { startFunctionsHost } from './functions-host/server.ts';
import type { Ports } from './ports.ts';
import { startWeb } from './web/server.ts';

const root = join(import.meta.dirname, '../..');

type Options = {
  dir: string;
  ports: Ports;
  log: (line: string) => void;
  /** Where the package of functions lies. */
  app?: string;
};

/** The whole product on this machine: the stand-ins, the functions host and the site. Expects the built product. */
export async function startStack({ dir, ports, log, app = join(root, 'dist/api') }: Options) {
  let api = '';
  const config = await siteConfigWith(thisMachinesHosts);
  const web = await startWeb({ port: ports.web, site: join(root, 'web/dist'), config, api: () => api });
  const azure = await startAzure({ dir, ports });
  azure.sendStripeEventsTo(web.origin);
  azure.sendConnectionEventsTo(web.origin);

  const settings = { ...azure.settings, PUBLIC_ORIGIN: web.origin };
  const hostSettings = { ...settings, ...azure.noWayOut };
  const host = await startFunctionsHost({ app, port: ports.functions, env: hostSettings, log });
  api = host.url;

  return {
    origin: web.origin,
    api,
    azure,
    host,
    settings,
    /** For another functions host beside this one, or after it. */
    hostSettings,
    async close(): Promise<void> {
      await web.close();
      await host.close();
      await azure.close();
    },
  };
}
export type Stack = Awaited<ReturnType<typeof startStack>>;
