import { Title } from '@mantine/core';
import classes from './landing.module.css';

const steps = [
  ['Open your business', 'Its name, its address, its currency. You are its admin.'],
  ['Share your address', 'Customers sign up there and say what they need; you verify them and assign the task.'],
  ['Talk, do, get paid', 'Customer and employee meet in the task room, and the payment moves the segments.'],
] as const;

export const Steps = () => (
  <section id="how" className={classes.section}>
    <Title order={2}>How it works</Title>
    <ol className={classes.steps}>
      {steps.map(([title, text]) => (
        <li key={title}>
          <Title order={3}>{title}</Title>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  </section>
);
