import { expect, test } from 'vitest';
import { newSlug, opened, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { claimAddress, isAddressTaken, workspaceAt } from './addresses.ts';

test(
  'a business answers at its address, another address does not',
  withCrm(async (crm) => {
    const { me } = await opened(crm, { businessName: 'Bergen Watches' });
    expect(await workspaceAt(crm.visit(), me.workspace.slug)).toMatchObject({ name: 'Bergen Watches' });
    expect(await refusalOf(workspaceAt(crm.visit(), newSlug()))).toMatchObject({ status: 404 });
  }),
);

test(
  'an address belongs to who was first, also of twenty at once',
  withBusiness(async (crm) => {
    const slug = newSlug();
    const claims = Array.from({ length: 20 }, () => claimAddress(slug, crm.system().newId()));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    expect(await isAddressTaken(slug)).toBe(true);
    expect(await claimAddress(crm.workspace.slug, crm.system().newId())).toBe(false);
  }),
);
