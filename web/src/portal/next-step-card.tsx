import { Button, Card, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '#domain/kernel/money.ts';
import type { NextStep } from './next-step.ts';
import { dueWords, reasonOf, subjectOf } from './own-words.ts';
import { PayButton } from './pay-button.tsx';
import classes from './portal.module.css';

type Props = { step: NextStep; business: string; today: string };

export function NextStepCard({ step, ...asked }: Props) {
  const { title, detail } = wordsOf(step, asked);
  return (
    <Card component="section" aria-label="Next step" className={classes.step}>
      <div>
        <Title order={2}>{title}</Title>
        <p className="muted">{detail}</p>
      </div>
      <Action step={step} />
    </Card>
  );
}

function Action({ step }: { step: NextStep }) {
  switch (step.kind) {
    case 'pay':
    case 'pay-again':
      return (
        <PayButton variant="filled" paymentId={step.payment.id}>
          {step.kind === 'pay' ? `Pay ${formatMoney(step.payment)}` : 'Try again'}
        </PayButton>
      );
    case 'talk':
      return <Lead to={`/tasks/${step.task.id}`}>Open the chat</Lead>;
    case 'wait':
      return <Lead to={`/tasks/${step.task.id}`}>Add a detail</Lead>;
    case 'ask':
      return <Lead to="/portal/tasks">Request a task</Lead>;
  }
}

const Lead = ({ to, children }: { to: string; children: string }) => (
  <Button variant="filled" component={Link} to={to}>
    {children}
  </Button>
);

type Asked = { business: string; today: string };

function wordsOf(step: NextStep, { business, today }: Asked): { title: string; detail: string } {
  switch (step.kind) {
    case 'pay': {
      const due = dueWords(step.payment, today);
      return {
        title: subjectOf(step.payment),
        detail: `${business} asks for ${formatMoney(step.payment)}. ${due ? `${due.words}.` : ''}`.trim(),
      };
    }
    case 'pay-again':
      return {
        title: `Your payment of ${formatMoney(step.payment)} did not go through`,
        detail: `${reasonOf(step.payment)} No money was taken.`,
      };
    case 'talk':
      return {
        title: step.task.title,
        detail: `${step.employee.name} looks after this. Questions and answers stand in one chat.`,
      };
    case 'wait':
      return { title: step.task.title, detail: `${business} has your request and finds the right person for it.` };
    case 'ask':
      return {
        title: 'What can we do for you?',
        detail: `Say what you need. ${business} looks at it and answers here.`,
      };
  }
}
