import { useMe } from '#web/members/me.ts';
import { EmployeeHome } from './employee-home.tsx';
import { LeaderHome } from './leader-home.tsx';

export function HomePage() {
  const { role } = useMe().member;
  return role === 'employee' ? <EmployeeHome /> : <LeaderHome />;
}
