import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import type { Workspace } from '#domain/workspaces/workspace.ts';
import { points } from '#functions/platform/points.ts';
import type { Visit } from '#functions/work.ts';

const Pointer = z.object({ workspaceId: z.string() });
const keyOf = (slug: string): string => `w|${slug}`;

export async function findWorkspaceAt(visit: Visit, slug: string): Promise<Workspace | null> {
  const pointer = await points.read(keyOf(slug), Pointer);
  return pointer && visit.in(pointer.value.workspaceId).workspace.find();
}

export async function workspaceAt(visit: Visit, slug: string): Promise<Workspace> {
  const workspace = await findWorkspaceAt(visit, slug);
  if (!workspace) throw problems.notFound('The business');
  return workspace;
}

export const isAddressTaken = async (slug: string): Promise<boolean> =>
  (await points.read(keyOf(slug), Pointer)) !== null;

/** False when another business was faster. */
export const claimAddress = (slug: string, workspaceId: string): Promise<boolean> =>
  points.create(keyOf(slug), { workspaceId });
