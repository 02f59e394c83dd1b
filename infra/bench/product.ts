import { build } from '../build.ts';
import { openBusiness } from '../people/business.ts';
import type { Person } from '../people/person.ts';
import { startChild } from './child.ts';

export const password = 'benchmark-data-only';
export type Product = { origin: string; mailUrl: string; settings: { COSMOS: string; STRIPE_API: string } };

/** The built product, whole, in processes of its own. */
export async function startProduct() {
  await build();
  return startChild<Product>('stack.ts');
}

/** A business with nothing in it, and its admin. */
export async function newBusiness(product: Product, slug: string): Promise<Person> {
  const email = `ada@${slug}.example`;
  const opening = { businessName: slug, slug, currency: 'USD', timeZone: 'UTC', name: 'Ada', email, password };
  return (await openBusiness(product, opening)).person;
}
