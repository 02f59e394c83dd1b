import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Selection } from './selection.ts';
import classes from './selection-bar.module.css';

type Props = {
  selection: Selection;
  /** The file of these rows, or of all that match. */ hrefOf: (ids: string[] | undefined) => string;
};

/** As many ids as one address holds. */
const most = 200;

/** "Export CSV": the rows picked, or all that match. */
export function ExportLink({ selection, hrefOf }: Props) {
  if (!selection.isAll && selection.ids.size > most) {
    return <span className={classes.limit}>Up to {most} picked rows can be exported, or all that match.</span>;
  }
  return (
    <Button
      component="a"
      href={hrefOf(selection.isAll ? undefined : [...selection.ids])}
      download
      className={classes.action}
      leftSection={<IconDownload size={16} stroke={1.5} />}
    >
      Export CSV
    </Button>
  );
}
