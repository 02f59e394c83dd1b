import { importRoutes } from '#domain/imports/routes.ts';
import type { Business } from './business-under-test.ts';
import { runFunction } from './run-function.ts';
import { untilAnswered } from './until-answered.ts';

/** What a delayed message does half a minute after the last step of an import. */
export async function resumeImports(api: string, { admin, workspaceId }: Business): Promise<void> {
  const { items } = await untilAnswered(() => admin.call(importRoutes.list, { query: { limit: 100 } }));
  for (const { id: importId, updatedAt } of items)
    await runFunction(api, 'imports-watch', { workspaceId, importId, updatedAt });
}
