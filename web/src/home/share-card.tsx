import { Text, Title } from '@mantine/core';
import { SignUpAddress } from '#web/members/sign-up-address.tsx';
import classes from './home.module.css';

/** The first thing a new business can do. */
export function ShareCard() {
  return (
    <section className={`card ${classes.share}`} aria-label="First step">
      <Title order={2}>Share this address with your customers</Title>
      <Text size="md" c="dimmed">
        Whoever signs up there waits here until you verify them.
      </Text>
      <SignUpAddress />
    </section>
  );
}
