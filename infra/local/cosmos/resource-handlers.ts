import { bodyOf, containerOf, databaseIdOf, type Call, type Reply } from './call.ts';
import * as containers from './containers.ts';
import { describeContainer, type Container } from './containers.ts';
import * as databases from './databases.ts';
import { describeDatabase, type Database } from './databases.ts';

const databaseOf = (call: Call) => databases.findDatabase(call.store, databaseIdOf(call));

const showDatabase = (status: number, database: Database): Reply => ({ status, ...describeDatabase(database) });
const showContainer = (status: number, container: Container): Reply => ({ status, ...describeContainer(container) });

const listed = (name: string, bodies: string[]): Reply => ({
  status: 200,
  body: `{"_rid":"","${name}":[${bodies.join(',')}],"_count":${bodies.length}}`,
});

export function account({ endpoint }: Call): Reply {
  const locations = [{ name: 'Local', databaseAccountEndpoint: endpoint }];
  // Named `localhost` the SDK would ask for the account twice more before every operation.
  const id = 'starone-local';
  return {
    status: 200,
    body: JSON.stringify({
      id,
      _rid: id,
      writableLocations: locations,
      readableLocations: locations,
      enableMultipleWriteLocations: false,
      userConsistencyPolicy: { defaultConsistencyLevel: 'Session' },
    }),
  };
}

export const listDatabases = ({ store }: Call): Reply =>
  listed(
    'Databases',
    databases.allDatabases(store).map((database) => describeDatabase(database).body),
  );
export const createDatabase = (call: Call): Reply =>
  showDatabase(201, databases.createDatabase(call.store, bodyOf(call)));
export const readDatabase = (call: Call): Reply => showDatabase(200, databaseOf(call));
export function deleteDatabase(call: Call): Reply {
  containers.deleteDatabase(call.store, databaseOf(call));
  call.catalog.forget();
  return { status: 204 };
}

export const listContainers = (call: Call): Reply =>
  listed(
    'DocumentCollections',
    containers.allContainers(call.store, databaseOf(call)).map((container) => describeContainer(container).body),
  );
export const createContainer = (call: Call): Reply =>
  showContainer(201, containers.createContainer(call.store, databaseOf(call), bodyOf(call)));
export const readContainer = (call: Call): Reply => showContainer(200, containerOf(call));
export function replaceContainer(call: Call): Reply {
  const replaced = containers.replaceContainer(call.store, containerOf(call), bodyOf(call));
  call.catalog.forget();
  return showContainer(200, replaced);
}
export function deleteContainer(call: Call): Reply {
  containers.deleteContainer(call.store, containerOf(call));
  call.catalog.forget();
  return { status: 204 };
}

/** A local container is one physical partition. */
export function ranges(call: Call): Reply {
  const { rid } = containerOf(call);
  const range = {
    id: '0',
    _rid: rid,
    minInclusive: '',
    maxExclusive: 'FF',
    ridPrefix: 0,
    throughputFraction: 1,
    status: 'online',
    parents: [],
  };
  return { status: 200, body: JSON.stringify({ _rid: rid, PartitionKeyRanges: [range], _count: 1 }), etag: '"1"' };
}
