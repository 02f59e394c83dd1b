import { Button, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Star } from '#web/platform/star.tsx';
import { Features } from './features.tsx';
import { Questions } from './questions.tsx';
import { RoomPicture } from './room-picture.tsx';
import { Steps } from './steps.tsx';
import classes from './landing.module.css';

const facts = [
  ['One room per job', 'Chat and money together.'],
  ['You decide who comes in', 'Nobody enters before you verified them.'],
  ['At the counter or the desk', 'The same on a phone and a screen.'],
] as const;

export const LandingPage = () => (
  <div className={classes.page}>
    <title>StarOne CRM · every customer, every task, one conversation</title>
    <header className={classes.top}>
      <span className={classes.logo}>
        <span className={classes.mark}>
          <Star size={14} />
        </span>
        StarOne CRM
      </span>
      <nav aria-label="On this page" className={classes.nav}>
        <a href="#features">Features</a>
        <a href="#how">How it works</a>
        <a href="#contact">Contact</a>
      </nav>
      <span className={classes.grow} />
      <Button component={Link} to="/login" variant="subtle" color="gray">
        Sign in
      </Button>
      <Button component={Link} to="/open" variant="filled">
        Sign up
      </Button>
    </header>
    <main>
      <section className={classes.hero}>
        <div>
          <Title order={1}>Every customer, every task, one conversation.</Title>
          <p className={classes.lead}>
            StarOne keeps the chat and the payment of a job in one room, and shows you who is ready to hear from you.
          </p>
          <div className={classes.actions}>
            <Button component={Link} to="/open" variant="filled" size="md">
              Sign up
            </Button>
            <Button component={Link} to="/login" size="md">
              Sign in
            </Button>
            <a href="#features" className={classes.more}>
              Know more ↓
            </a>
          </div>
        </div>
        <dl className={classes.facts}>
          {facts.map(([fact, meaning]) => (
            <div key={fact}>
              <dt>{fact}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div className={classes.stage}>
        <RoomPicture />
      </div>
      <Features />
      <Steps />
      <Questions />
    </main>
    <footer className={classes.footer}>© {new Date().getFullYear()} StarOne CRM</footer>
  </div>
);
