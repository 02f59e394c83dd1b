import { SegmentedControl } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { useMe } from '#web/members/me.ts';
import classes from './toolbar.module.css';

type Density = 'comfortable' | 'compact';

const heights: Record<Density, number> = { comfortable: 44, compact: 32 };

function useDensity() {
  const { member } = useMe();
  return useLocalStorage<Density>({
    key: `table-density:${member.id}`,
    defaultValue: 'comfortable',
    getInitialValueInEffect: false,
  });
}

/** Fingers need 44 px, whatever was chosen. */
export function useRowHeight(): number {
  const [density] = useDensity();
  const isTouch = useMediaQuery('(pointer: coarse)', undefined, { getInitialValueInEffect: false });
  return isTouch ? heights.comfortable : heights[density];
}

/** Kept for this person in this browser, for all tables. */
export function DensityChoice() {
  const [density, setDensity] = useDensity();
  return (
    <SegmentedControl
      aria-label="Row height"
      classNames={{
        root: classes.density ?? '',
        indicator: classes.densityNow ?? '',
        label: classes.densityWord ?? '',
      }}
      value={density}
      onChange={(value) => setDensity(value)}
      data={[
        { value: 'comfortable', label: 'Comfortable' },
        { value: 'compact', label: 'Compact' },
      ]}
    />
  );
}
