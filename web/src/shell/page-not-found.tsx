import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Star } from '#web/platform/star.tsx';
import classes from './page-not-found.module.css';

export function PageNotFound() {
  return (
    <div className={classes.page}>
      <title>Not found · StarOne CRM</title>
      <Star size={32} />
      <Title order={1}>There is nothing at this address</Title>
      <Text c="dimmed">It may have been moved, or the link may be cut short.</Text>
      <Anchor component={Link} to="/">
        Go to the start page
      </Anchor>
    </div>
  );
}
