import type { Customer } from '#domain/customers/customer.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import type { Work } from '#functions/work.ts';
import { presentMember } from './present-member.ts';

export async function listCustomersOf(work: Work, memberId: string, at: PageQuery): Promise<Page<Customer>> {
  const { id } = await presentMember(work, memberId);
  return work.customers.list({ ownerId: id, ...at });
}
