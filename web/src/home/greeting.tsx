import type { ReactNode } from 'react';
import { useMe } from '#web/members/me.ts';
import { PageHeader } from '#web/platform/page-header.tsx';

const partOfDay = (hour: number): string =>
  hour < 5 ? 'evening' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';

/** "Good morning, Ines" and "Friday 20 November · 3 waiting". */
export function Greeting({ waiting }: { waiting?: ReactNode }) {
  const { member } = useMe();
  const now = new Date();
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).format(now);
  return (
    <PageHeader
      title={`Good ${partOfDay(now.getHours())}, ${member.name.split(' ')[0]}`}
      sub={
        <>
          {day}
          {waiting && <> · {waiting}</>}
        </>
      }
    />
  );
}
