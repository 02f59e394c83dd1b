import { findContainer, type Container } from './containers.ts';
import { findDatabase } from './databases.ts';
import type { Store } from './store.ts';

export interface Catalog {
  container(databaseId: string, containerId: string): Container;
  /** After a definition changed: the next look reads the file again. */
  forget(): void;
}

/** Keeps open containers in memory: working out their tables for each request would cost more than the request. */
export function openCatalog(store: Store): Catalog {
  const open = new Map<string, Container>();
  return {
    container(databaseId, containerId) {
      const name = `${databaseId}/${containerId}`;
      const known = open.get(name);
      if (known) return known;
      const found = findContainer(store, findDatabase(store, databaseId), containerId);
      open.set(name, found);
      return found;
    },
    forget: () => open.clear(),
  };
}
