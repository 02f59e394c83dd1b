import { ActionIcon, FocusTrap, Portal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Walk } from './use-peek.ts';
import classes from './peek-drawer.module.css';

type Props = {
  /** The row that lies open. */
  id: string;
  label: string;
  /** One row in a sentence: "task". */
  noun: string;
  /** With only a way to close it, it stands alone: there is no list to walk. */
  walk: Walk | Pick<Walk, 'close'>;
  head: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
};

/** A row beside its list, which stays usable; on a phone it is the whole page. Esc and the arrows are the list's. */
export const PeekDrawer = (props: Props) => (
  <Portal>
    <Pane {...props} />
  </Portal>
);

function Pane({ id, label, noun, walk, head, foot, children }: Props) {
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!place.current?.contains(document.activeElement)) place.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another row that opens takes the focus, too
  }, [id]);

  return (
    <FocusTrap active={isPhone} innerRef={place}>
      <section
        role="dialog"
        aria-label={label}
        aria-modal={isPhone || undefined}
        data-peek
        tabIndex={-1}
        className={classes.drawer}
      >
        <div className={classes.head}>
          <div className={classes.who}>{head}</div>
          {'next' in walk && (
            <>
              <ActionIcon aria-label={`Previous ${noun}`} disabled={!walk.previous} onClick={walk.previous}>
                <IconChevronUp size={16} stroke={1.5} />
              </ActionIcon>
              <ActionIcon aria-label={`Next ${noun}`} disabled={!walk.next} onClick={walk.next}>
                <IconChevronDown size={16} stroke={1.5} />
              </ActionIcon>
            </>
          )}
          <ActionIcon aria-label="Close" onClick={walk.close}>
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        </div>
        {/* Another row begins at its top. */}
        <div key={id} className={classes.body} tabIndex={-1} data-autofocus>
          {children}
        </div>
        {foot && <div className={classes.foot}>{foot}</div>}
      </section>
    </FocusTrap>
  );
}
