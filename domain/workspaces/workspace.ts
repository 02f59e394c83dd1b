import * as z from 'zod';
import { Slug } from '#domain/accounts/account.ts';
import { Id } from '#domain/kernel/ids.ts';
import { Currency } from '#domain/kernel/money.ts';
import { TimeZone } from '#domain/kernel/time.ts';

/** One business. Every record of the product belongs to exactly one. */
export const Workspace = z
  .object({ id: Id, slug: Slug, name: z.string(), currency: Currency, timeZone: TimeZone })
  .meta({ id: 'Workspace' });
export type Workspace = z.infer<typeof Workspace>;

/** What anybody may know who has the address. */
export const PublicWorkspace = Workspace.pick({ slug: true, name: true });
export type PublicWorkspace = z.infer<typeof PublicWorkspace>;
