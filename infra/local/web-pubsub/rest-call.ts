import type { Connection } from './connection.ts';
import { compileFilter } from './filter.ts';
import type { Hub } from './hub.ts';
import type { Service } from './service.ts';

/** One request to the data plane, already known to be allowed. */
export type Call = {
  service: Service;
  hub: Hub;
  /** What the route names in braces: group, user, connection or right. */
  params: Partial<Record<string, string>>;
  url: URL;
  body: Buffer;
  contentType: string;
};
/** `isCut`: the connection breaks instead. */
export type Answer = { status: number; json?: unknown; isCut?: boolean };

/** Which connections a call is about, less those its query leaves out. */
export type Target = (call: Call) => Connection[];

export const everyone: Target = (call) => chosen(call, call.hub.connections.values());
export const members: Target = (call) => chosen(call, call.hub.groups.get(call.params.group ?? ''));
export const ofUser: Target = (call) => chosen(call, call.hub.users.get(call.params.user ?? ''));
export const one: Target = ({ hub, params }) => {
  const connection = hub.connections.get(params.connection ?? '');
  return connection ? [connection] : [];
};

function chosen({ url }: Call, connections: Iterable<Connection> = []): Connection[] {
  const excluded = new Set(url.searchParams.getAll('excluded'));
  const filter = url.searchParams.get('filter');
  const fits = filter ? compileFilter(filter) : () => true;
  return [...connections].filter((connection) => !excluded.has(connection.id) && fits(connection));
}
