import { Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { may } from '#domain/kernel/rights.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { isOverdue, type Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { Due } from '#web/platform/due.tsx';
import { ErrorLine } from '#web/platform/error-line.tsx';
import { Fact, Facts } from '#web/platform/facts.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Person } from '#web/platform/person.tsx';
import { Status } from '#web/platform/status.tsx';
import { CustomerPick } from './customer-pick.tsx';
import { InPlace } from './in-place.tsx';
import { StatusMenu } from './status-menu.tsx';
import { actsOn } from './task-acts.ts';
import type { Doing } from './task-peek.tsx';
import { statusFace } from './task-words.ts';
import { useTaskEdit } from './use-task-edit.tsx';
import inPlace from './in-place.module.css';
import classes from './task-peek.module.css';

type Props = { task: Task; doing: Doing; onDoing: (doing: Doing) => void; onAssign: () => void };

/** The words of a task and its facts; what its reader may change becomes a field when it is clicked. */
export function TaskFacts({ task, doing, onDoing, onAssign }: Props) {
  const { member, workspace } = useMe();
  const acts = actsOn(task, member);
  const mayEdit = acts.includes('edit');
  const { save, saveCustomer, dialog } = useTaskEdit(task, () => onDoing(null));
  const today = dayIn(workspace.timeZone, new Date());
  const modes = (field: 'title' | 'description' | 'dueOn') => ({
    isOpen: doing === field,
    onOpen: () => onDoing(field),
    onClose: () => onDoing(null),
    save: (typed: string, from: string) => save(field, typed, from),
  });
  const due = <Due on={task.dueOn} isOverdue={isOverdue(task, today)} today={today} />;

  return (
    <>
      <div className={classes.title}>
        {mayEdit ? (
          <InPlace
            noun="title"
            value={task.title}
            {...modes('title')}
            renderField={({ onChange, ...typing }) => (
              <TextInput aria-label="Title" {...typing} onChange={(event) => onChange(event.currentTarget.value)} />
            )}
          >
            {task.title}
          </InPlace>
        ) : (
          task.title
        )}
      </div>
      <div className={classes.description}>
        {mayEdit ? (
          <InPlace
            noun="description"
            value={task.description}
            {...modes('description')}
            renderField={({ onChange, ...typing }) => (
              <Textarea
                aria-label="Description"
                description="Enter saves, Shift+Enter begins a new line."
                autosize
                minRows={2}
                maxRows={12}
                {...typing}
                onChange={(event) => onChange(event.currentTarget.value)}
              />
            )}
          >
            {task.description || 'No description'}
          </InPlace>
        ) : (
          task.description
        )}
      </div>
      <Facts>
        <Fact name="Status">
          {may(member, 'tasks.set-status') ? (
            <StatusMenu
              task={task}
              isOpened={doing === 'status'}
              onOpened={(isOpened) => onDoing(isOpened ? 'status' : null)}
            />
          ) : (
            <Status {...statusFace[task.status]} />
          )}
        </Fact>
        <Fact name="Due">
          {mayEdit ? (
            <InPlace
              noun="due day"
              value={task.dueOn ?? ''}
              {...modes('dueOn')}
              renderField={({ onChange, ...typing }) => (
                <TextInput
                  type="date"
                  aria-label="Due"
                  {...typing}
                  onChange={(event) => onChange(event.currentTarget.value)}
                />
              )}
            >
              {due}
            </InPlace>
          ) : (
            due
          )}
        </Fact>
        <Fact name="Customer">
          {mayEdit && member.role !== 'customer' ? (
            <EditCustomer task={task} save={saveCustomer} />
          ) : (
            <Person person={task.customer} />
          )}
        </Fact>
        <Fact name="Employee">
          <Employee task={task} onAssign={acts.includes('assign') ? onAssign : undefined} />
        </Fact>
        <Fact name="Created">
          <span className="muted">
            <Moment at={task.createdAt} style="day-time" />
          </span>
        </Fact>
        <Fact name="Last updated">
          <span className="muted">
            <Moment at={task.updatedAt} style="day-time" />
          </span>
        </Fact>
      </Facts>
      {dialog}
    </>
  );
}

type EditCustomerProps = { task: Task; save: (customerId: string) => Promise<string | null> };

function EditCustomer({ task, save }: EditCustomerProps) {
  const [error, setError] = useState<string | null>(null);
  return (
    <>
      <CustomerPick
        onPick={(customerId) => {
          if (customerId !== task.customer.id) void save(customerId).then(setError);
        }}
        renderTarget={(toggle) => (
          <UnstyledButton
            className={inPlace.value}
            aria-label={`Edit customer: ${task.customer.name}`}
            onClick={toggle}
          >
            <Person person={{ id: task.customer.id, name: task.customer.name }} />
          </UnstyledButton>
        )}
      />
      {error && <ErrorLine>{error}</ErrorLine>}
    </>
  );
}

function Employee({ task, onAssign }: { task: Task; onAssign: (() => void) | undefined }) {
  const face = task.employee ? <Person person={task.employee} /> : <span className="muted">Unassigned</span>;
  if (!onAssign) return face;
  return (
    <UnstyledButton
      className={inPlace.value}
      aria-label={`Edit employee: ${task.employee?.name ?? 'Unassigned'}`}
      onClick={onAssign}
    >
      {face}
    </UnstyledButton>
  );
}
