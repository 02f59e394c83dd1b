import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Count, countQuery, Ids } from '#domain/kernel/list.ts';
import { pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { ScoredCustomer } from '#domain/segments/segment.ts';
import { Customer } from './customer.ts';
import { CustomerFacts } from './facts.ts';
import { CustomerFilter, CustomerListQuery, CustomerSort } from './list.ts';

const params = z.strictObject({ customerId: Id });

export const customerRoutes = {
  list: route({
    method: 'GET',
    path: 'customers',
    summary: 'List customers: searched, filtered and sorted',
    access: 'customers.view',
    query: CustomerListQuery,
    result: pageOf(ScoredCustomer),
  }),
  count: route({
    method: 'GET',
    path: 'customers/count',
    summary: 'How many customers the list holds',
    access: 'customers.view',
    query: countQuery(CustomerFilter),
    result: Count,
  }),
  export: route({
    method: 'GET',
    path: 'customers/export',
    summary: 'The list of customers, whole or the chosen ones, as CSV',
    access: 'customers.export',
    query: CustomerFilter.extend({ ids: Ids, sort: CustomerSort }),
    produces: 'text/csv',
  }),
  get: route({
    method: 'GET',
    path: 'customers/{customerId}',
    summary: 'One customer',
    access: 'customers.view',
    params,
    result: ScoredCustomer,
  }),
  changeFacts: route({
    method: 'PUT',
    path: 'customers/{customerId}/facts',
    summary: 'Say where a customer lives and when they were born; what is left out stays',
    access: 'customers.change',
    params,
    body: CustomerFacts,
    result: ScoredCustomer,
  }),
  assign: route({
    method: 'PUT',
    path: 'customers/{customerId}/owner',
    summary: 'Assign a customer to an employee, in the place of an earlier one',
    access: 'customers.assign',
    params,
    body: z.strictObject({ memberId: Id }),
    result: Customer,
  }),
  unassign: route({
    method: 'DELETE',
    path: 'customers/{customerId}/owner',
    summary: 'Unassign a customer',
    access: 'customers.assign',
    params,
    result: Customer,
  }),
};
