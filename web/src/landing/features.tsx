import { Title } from '@mantine/core';
import { IconChartPie, IconCreditCard, IconMessage, IconUserCheck } from '@tabler/icons-react';
import classes from './landing.module.css';

const features = [
  {
    icon: IconMessage,
    title: 'One room per job',
    text: 'Customer, employee and admin talk in the room of the task. Nothing said is lost when a connection drops.',
  },
  {
    icon: IconCreditCard,
    title: 'Paid from the same place',
    text: 'Your customer pays by card through Stripe, and the payment stands in the room and in your history.',
  },
  {
    icon: IconChartPie,
    title: 'Segments that move by themselves',
    text: 'Recency, frequency and spend put each customer in a segment, within seconds of a payment.',
  },
  {
    icon: IconUserCheck,
    title: 'You decide who comes in',
    text: 'Everybody proves an e-mail address, says what they need, and waits until an admin verifies them.',
  },
];

export const Features = () => (
  <section id="features" className={classes.section}>
    <Title order={2}>Features</Title>
    <ul className={classes.features}>
      {features.map(({ icon: Sign, title, text }) => (
        <li key={title}>
          <Sign size={20} stroke={1.5} aria-hidden />
          <Title order={3}>{title}</Title>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  </section>
);
