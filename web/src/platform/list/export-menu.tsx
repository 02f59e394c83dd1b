import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import classes from './export-menu.module.css';

/** The whole list as it is filtered and sorted, not only what has been loaded of it. */
export const ExportMenu = ({ csv, xlsx }: { csv: string; xlsx: string }) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button
        aria-label="Export"
        classNames={{ section: classes.icon ?? '', label: classes.word ?? '' }}
        leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
      >
        Export
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item component="a" href={csv} download>
        CSV
      </Menu.Item>
      <Menu.Item component="a" href={xlsx} download>
        XLSX (Excel)
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
);
