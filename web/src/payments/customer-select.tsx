import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { may } from '#domain/kernel/rights.ts';
import { useMe } from '#web/members/me.ts';
import { type CustomerChoice, useCustomerChoice } from '#web/tasks/customer-choice.ts';
import { taskList } from '#web/tasks/task-queries.ts';
import { type Found, type FoundFieldProps, FoundSelect } from '#web/platform/found-select.tsx';

/** Every customer for leaders; for an employee the customers of their own tasks. */
export function CustomerSelect(props: FoundFieldProps) {
  const [q, ask] = useState('');
  const isLeader = may(useMe().member, 'customers.view');
  const tasks = useInfiniteQuery({ ...taskList(), enabled: !isLeader }).data?.pages.flatMap(({ items }) => items) ?? [];
  const known = useCustomerChoice({ isLeader, search: q, tasks }).customers.map(customerFound);
  // The server has searched already; an employee's few are searched here.
  const found = isLeader ? known : known.filter(({ label }) => label.toLowerCase().includes(q.toLowerCase()));
  return <FoundSelect nothingFoundMessage="No customer matches" {...props} found={found} onAsk={ask} />;
}

/** "Dipika Sarraf · dipika@example.com": names repeat. */
export const customerFound = ({ id, name, email }: CustomerChoice): Found => ({
  value: id,
  name,
  label: email ? `${name} · ${email}` : name,
});
