import { type ReactNode, useDeferredValue } from 'react';

/**
 * Comes right after what stands around it, and bit by bit: the frame is painted before the page in it is made, and a
 * press meanwhile is heard.
 */
export const InTurn = ({ children }: { children: ReactNode }) => useDeferredValue(true, false) && children;
