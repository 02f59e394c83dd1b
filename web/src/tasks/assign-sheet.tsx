import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { AssignPanel, type AssignProps } from './assign-panel.tsx';
import classes from './tasks.module.css';

/** The assign panel on a phone: it opens from below, by its button or by a card's "Verify and assign". */
export function AssignSheet(props: AssignProps) {
  const [isOpen, sheet] = useDisclosure();
  const close = () => {
    sheet.close();
    props.onTask(undefined);
  };
  return (
    <>
      <Button fullWidth mb="md" onClick={sheet.open}>
        Assign a task
      </Button>
      <Drawer
        opened={isOpen || props.taskId !== undefined}
        onClose={close}
        position="bottom"
        size="auto"
        title="Assign"
        closeButtonProps={{ 'aria-label': 'Close' }}
        classNames={{ content: classes.sheet ?? '', inner: classes.sheetPlace ?? '' }}
        withOverlay
        trapFocus
      >
        <AssignPanel {...props} onAssigned={sheet.close} />
      </Drawer>
    </>
  );
}
