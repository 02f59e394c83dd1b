import type { Connection } from './connection.ts';

type Index = Map<string, Set<Connection>>;

/** Who is connected, and where. A group or a user exists while somebody is in it. */
export type Hub = {
  readonly name: string;
  readonly connections: Map<string, Connection>;
  readonly groups: Index;
  readonly users: Index;
};

export const newHub = (name: string): Hub => ({ name, connections: new Map(), groups: new Map(), users: new Map() });

export function enter(connection: Connection): void {
  const { hub, id, userId } = connection;
  hub.connections.set(id, connection);
  if (userId !== undefined) put(hub.users, userId, connection);
}

export function quit(connection: Connection): void {
  const { hub, id, userId } = connection;
  hub.connections.delete(id);
  if (userId !== undefined) take(hub.users, userId, connection);
  leaveAll(connection);
}

export function join(connection: Connection, group: string): void {
  connection.groups.add(group);
  put(connection.hub.groups, group, connection);
}

export function leave(connection: Connection, group: string): void {
  connection.groups.delete(group);
  take(connection.hub.groups, group, connection);
}

export function leaveAll(connection: Connection): void {
  for (const group of connection.groups) leave(connection, group);
}

function put(index: Index, key: string, connection: Connection): void {
  const members = index.get(key) ?? new Set();
  index.set(key, members.add(connection));
}

function take(index: Index, key: string, connection: Connection): void {
  const members = index.get(key);
  members?.delete(connection);
  if (members?.size === 0) index.delete(key);
}
