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

/** The id of the business that has the address; null when it is free. */
export const ownerOfAddress = async (slug: string): Promise<string | null> =>
  (await points.read(keyOf(slug), Pointer))?.value.workspaceId ?? null;

export const isAddressTaken = async (slug: string): Promise<boolean> => (await ownerOfAddress(slug)) !== null;

/** False when another business has it. */
export const claimAddress = async (slug: string, workspaceId: string): Promise<boolean> =>
  (await points.create(keyOf(slug), { workspaceId })) || (await ownerOfAddress(slug)) === workspaceId;

/** Somebody else may have it from now on. Nothing happens when it is another business's. */
export async function releaseAddress(slug: string, workspaceId: string): Promise<void> {
  const pointer = await points.read(keyOf(slug), Pointer);
  if (pointer?.value.workspaceId === workspaceId) await points.remove(keyOf(slug), pointer.etag);
}
