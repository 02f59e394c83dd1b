import { Title } from '@mantine/core';
import classes from './landing.module.css';

const questions = [
  ['I am a customer. Where do I sign up?', 'At the address your business gave you. It ends in /signup.'],
  [
    'Why am I still waiting?',
    'An admin of the business verifies each new person. The waiting page opens by itself the moment it is done.',
  ],
  [
    'Whom do I contact?',
    'The business you signed up with: only its own people see your task, your chat and your payments.',
  ],
  ['Does StarOne see my card?', 'No. You type it on the page of Stripe, and it stays there.'],
] as const;

export const Questions = () => (
  <section id="contact" className={classes.section}>
    <Title order={2}>Questions and contact</Title>
    <dl className={classes.questions}>
      {questions.map(([question, answer]) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  </section>
);
