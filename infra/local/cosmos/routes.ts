import type { IncomingHttpHeaders } from 'node:http';
import type { Call, Reply } from './call.ts';
import * as handlers from './document-handlers.ts';
import * as resources from './resource-handlers.ts';

interface Route {
  method: string;
  /** `dbs/:database/colls/:container`: segments that begin with a colon match anything. */
  path: string;
  /** What faults are asked for by. */
  operation: string;
  when?: (headers: IncomingHttpHeaders) => boolean;
  handle: (call: Call) => Reply;
}

const says = (name: string) => (headers: IncomingHttpHeaders) => /^true$/i.test(String(headers[name]));
const isQuery = says('x-ms-documentdb-isquery');
const isChangeFeed = (headers: IncomingHttpHeaders): boolean => headers['a-im'] !== undefined;

const database = 'dbs/:database';
const containers = `${database}/colls`;
const container = `${containers}/:container`;
const documents = `${container}/docs`;
const document = `${documents}/:document`;

/** The whole protocol on one page; the first that fits answers, and what fits none is a 501. */
const routes: Route[] = [
  { method: 'GET', path: '', operation: 'account', handle: resources.account },

  { method: 'GET', path: 'dbs', operation: 'list-databases', handle: resources.listDatabases },
  {
    method: 'POST',
    path: 'dbs',
    operation: 'create-database',
    when: (headers) => !isQuery(headers),
    handle: resources.createDatabase,
  },
  { method: 'GET', path: database, operation: 'read-database', handle: resources.readDatabase },
  { method: 'DELETE', path: database, operation: 'delete-database', handle: resources.deleteDatabase },

  { method: 'GET', path: containers, operation: 'list-containers', handle: resources.listContainers },
  {
    method: 'POST',
    path: containers,
    operation: 'create-container',
    when: (headers) => !isQuery(headers),
    handle: resources.createContainer,
  },
  { method: 'GET', path: container, operation: 'read-container', handle: resources.readContainer },
  { method: 'PUT', path: container, operation: 'replace-container', handle: resources.replaceContainer },
  { method: 'DELETE', path: container, operation: 'delete-container', handle: resources.deleteContainer },
  { method: 'GET', path: `${container}/pkranges`, operation: 'ranges', handle: resources.ranges },

  { method: 'GET', path: document, operation: 'read', handle: handlers.readDocument },
  { method: 'PUT', path: document, operation: 'replace', handle: handlers.replaceDocument },
  { method: 'PATCH', path: document, operation: 'patch', handle: handlers.patchDocument },
  { method: 'DELETE', path: document, operation: 'delete', handle: handlers.deleteDocument },

  {
    method: 'POST',
    path: documents,
    operation: 'batch',
    when: says('x-ms-cosmos-is-batch-request'),
    handle: handlers.batch,
  },
  {
    method: 'POST',
    path: documents,
    operation: 'query-plan',
    when: says('x-ms-cosmos-is-query-plan-request'),
    handle: handlers.queryPlan,
  },
  { method: 'POST', path: documents, operation: 'query', when: isQuery, handle: handlers.query },
  {
    method: 'POST',
    path: documents,
    operation: 'upsert',
    when: says('x-ms-documentdb-is-upsert'),
    handle: handlers.upsertDocument,
  },
  { method: 'POST', path: documents, operation: 'create', handle: handlers.createDocument },
  { method: 'GET', path: documents, operation: 'change-feed', when: isChangeFeed, handle: handlers.changeFeed },
];

const patterns = routes.map((route) => ({ route, parts: route.path.split('/').filter(Boolean) }));

export function routeFor(method: string, segments: readonly string[], headers: IncomingHttpHeaders): Route | undefined {
  return patterns.find(
    ({ route, parts }) =>
      route.method === method &&
      parts.length === segments.length &&
      parts.every((part, at) => part.startsWith(':') || part === segments[at]) &&
      (route.when?.(headers) ?? true),
  )?.route;
}
