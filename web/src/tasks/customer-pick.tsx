import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { leaders } from '#domain/kernel/access.ts';
import { useMe } from '#web/members/me.ts';
import { useCustomerChoice } from './customer-choice.ts';
import { Pick } from './pick.tsx';
import { taskList } from './task-queries.ts';

type Props = {
  onPick: (customerId: string) => void;
  onClear?: (() => void) | undefined;
  renderTarget: (toggle: () => void) => ReactNode;
};

/** A customer this person knows, found by typing. */
export function CustomerPick(props: Props) {
  const { member } = useMe();
  const isLeader = leaders.some((role) => role === member.role);
  const [isOpened, setIsOpened] = useState(false);
  const latest = useInfiniteQuery({ ...taskList(), enabled: isOpened && !isLeader });
  const tasks = latest.data?.pages.flatMap(({ items }) => items) ?? [];
  const [typed, setTyped] = useState('');
  const { customers, isLoading } = useCustomerChoice({ isLeader, search: typed, tasks, isOpened });
  return (
    <Pick
      noun="customer"
      options={customers.map(({ id, name, email }) => ({ value: id, label: name, sub: email }))}
      onOpen={() => setIsOpened(true)}
      isLoading={isLoading || latest.isLoading}
      {...(isLeader && { onSearch: setTyped })}
      {...props}
    />
  );
}
