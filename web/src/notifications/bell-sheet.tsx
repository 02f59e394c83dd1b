import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './bell.module.css';

type Props = { isOpen: boolean; onClose: () => void; children: ReactNode };

/** On a phone the news take the whole screen. */
export const BellSheet = ({ isOpen, onClose, children }: Props) => (
  <Drawer
    opened={isOpen}
    onClose={onClose}
    position="bottom"
    size="100%"
    title="Notifications"
    closeButtonProps={{ 'aria-label': 'Close' }}
    classNames={{ body: classes.sheet ?? '' }}
  >
    {children}
  </Drawer>
);
