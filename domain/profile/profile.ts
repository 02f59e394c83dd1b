import * as z from 'zod';
import { Age, PersonName } from '#domain/accounts/account.ts';
import { Version } from '#domain/kernel/ids.ts';

/** What people may change about themselves: role and e-mail address are not among it. */
export const ProfileChange = z.strictObject({ name: PersonName, age: Age, version: Version });
export type ProfileChange = z.infer<typeof ProfileChange>;

/** How long an admin can restore somebody; after it what tells who they were is erased. */
export const keptDays = 30;

/** Who stands where somebody was whose data is erased. */
export const deletedName = 'Deleted user';
