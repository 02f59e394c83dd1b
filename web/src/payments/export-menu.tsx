import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import classes from './payments.module.css';
import { paymentsBook, paymentsFile, type PaymentWish } from './payment-queries.ts';

/** The whole list as it is filtered and sorted, not only what has been loaded of it. */
export const ExportMenu = ({ wish }: { wish: PaymentWish }) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button
        aria-label="Export"
        classNames={{ section: classes.exportIcon ?? '', label: classes.exportWord ?? '' }}
        leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
      >
        Export
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item component="a" href={paymentsFile(wish)} download>
        CSV
      </Menu.Item>
      <Menu.Item component="a" href={paymentsBook(wish)} download>
        XLSX (Excel)
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
);
