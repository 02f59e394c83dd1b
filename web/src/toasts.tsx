import { Notifications } from '@mantine/notifications';

/** Over every page. What is said before it is there waits in its store. */
export const Toasts = () => <Notifications position="bottom-left" containerWidth={400} />;
