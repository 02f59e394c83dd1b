import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { Button, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { fold } from '#domain/kernel/search.ts';
import type { Task } from '#domain/tasks/task.ts';
import { ConfirmDialog } from '#web/members/confirm-dialog.tsx';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { toast } from '#web/platform/toast.tsx';
import { colleagues } from '../colleague-queries.ts';
import { useSavePlan } from './assign-queries.ts';
import { Available } from './available.tsx';
import { EmployeeCard } from './employee-card.tsx';
import { afterSave, emptyPlan, moved, type Place } from './plan.ts';
import classes from './assign-board.module.css';

/** Who does what, moved about until it is right and then saved: each task is told by its own answer. */
export function AssignBoard() {
  const [plan, setPlan] = useState(emptyPlan);
  const [lifted, setLifted] = useState<Task | null>(null);
  const [sought, setSought] = useState('');
  const people = useQuery(colleagues);
  const save = useSavePlan();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
  const leaving = useBlocker({
    shouldBlockFn: () => plan.size > 0,
    enableBeforeUnload: () => plan.size > 0,
    withResolver: true,
  });

  const move = (task: Task, to: Place) => setPlan((now) => moved(now, task, to));
  const drop = ({ over }: DragEndEvent) => {
    if (lifted && over) move(lifted, String(over.id));
    setLifted(null);
  };
  const saveAll = () =>
    save.mutate(plan, {
      onSuccess: (refusals) => {
        setPlan((now) => afterSave(now, refusals));
        const saved = plan.size - refusals.size;
        if (saved > 0) toast(refusals.size > 0 ? `${saved} of ${plan.size} saved` : `${changes(saved)} saved`);
      },
    });

  if (people.isError) return <Failed error={people.error} retry={() => void people.refetch()} />;
  if (!people.data) return <Loading label="Loading colleagues" />;
  const all = people.data.items;
  const found = all.filter(({ name, email }) => fold(`${name} ${email}`).includes(fold(sought.trim())));
  const failed = [...plan.values()].filter((each) => each.failed !== null).length;

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setLifted((active.data.current?.['task'] as Task | undefined) ?? null)}
      onDragEnd={drop}
      onDragCancel={() => setLifted(null)}
    >
      <div className={classes.board}>
        <Available plan={plan} colleagues={all} onMove={move} />
        <div className={classes.employees}>
          <TextInput
            type="search"
            aria-label="Search Employees"
            placeholder="Search Employees"
            leftSection={<IconSearch size={16} stroke={1.5} />}
            maxLength={100}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
          {found.length === 0 && <p className="muted">No colleague matches “{sought.trim()}”.</p>}
          <div className={classes.people}>
            {found.map((person) => (
              <EmployeeCard key={person.id} person={person} plan={plan} colleagues={all} onMove={move} />
            ))}
          </div>
        </div>
      </div>
      {plan.size > 0 && (
        <div className={classes.bar} role="region" aria-label="Changes">
          <span role="status">
            {changes(plan.size)} not saved{failed > 0 && `, ${failed} refused`}
          </span>
          <Button variant="default" disabled={save.isPending} onClick={() => setPlan(emptyPlan)}>
            Discard Changes
          </Button>
          <Button variant="filled" loading={save.isPending} onClick={saveAll}>
            Save Changes
          </Button>
        </div>
      )}
      {leaving.status === 'blocked' && (
        <ConfirmDialog
          title="Leave the board?"
          verb="Leave without saving"
          isDanger
          isPending={false}
          problem={null}
          onConfirm={leaving.proceed}
          onClose={leaving.reset}
        >
          <Text>{changes(plan.size)} not saved would be lost.</Text>
        </ConfirmDialog>
      )}
      <DragOverlay dropAnimation={null}>
        {lifted && (
          <div className={classes.card} data-flying>
            <span className={classes.cardWords}>
              <span className={classes.cardTitle}>{lifted.title}</span>
              <span className="muted cut">{lifted.customer.name}</span>
            </span>
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

const changes = (count: number): string => `${count} ${count === 1 ? 'change' : 'changes'}`;
