import { Button, Card, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '#domain/kernel/money.ts';
import { typedAmount } from './amount.ts';
import type { NextStep } from './next-step.ts';
import classes from './portal.module.css';

type Props = { step: NextStep; business: string };

export function NextStepCard({ step, business }: Props) {
  const { title, detail, action, to, search } = wordsOf(step, business);
  return (
    <Card component="section" aria-label="Next step" className={classes.step}>
      <div>
        <Title order={2}>{title}</Title>
        <p className="muted">{detail}</p>
      </div>
      <Button variant="filled" renderRoot={(props) => <Link to={to} search={search ?? {}} {...props} />}>
        {action}
      </Button>
    </Card>
  );
}

type Words = { title: string; detail: string; action: string; to: string; search?: Record<string, string | undefined> };

function wordsOf(step: NextStep, business: string): Words {
  switch (step.kind) {
    case 'pay-again':
      return {
        title: `Your payment of ${formatMoney(step.payment)} did not go through`,
        detail: step.payment.failureReason ?? 'No money was taken.',
        action: 'Try again',
        to: '/portal/pay',
        search: { amount: typedAmount(step.payment), task: step.payment.task?.id },
      };
    case 'talk':
      return {
        title: step.task.title,
        detail: `${step.employee.name} looks after this. Questions and answers stand in one chat.`,
        action: 'Open the chat',
        to: `/tasks/${step.task.id}`,
      };
    case 'wait':
      return {
        title: step.task.title,
        detail: `${business} has your request and finds the right person for it.`,
        action: 'Add a detail',
        to: `/tasks/${step.task.id}`,
      };
    case 'ask':
      return {
        title: 'What can we do for you?',
        detail: `Say what you need. ${business} looks at it and answers here.`,
        action: 'Request a task',
        to: '/portal/tasks',
      };
  }
}
