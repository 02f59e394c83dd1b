import { useEffect, useEffectEvent, useRef } from 'react';
import classes from './log.module.css';

/** Where what the reader has not seen begins; says once that it came into view. */
export function NewRow({ onSeen }: { onSeen: () => void }) {
  const line = useRef<HTMLDivElement>(null);
  const seen = useEffectEvent(onSeen);
  useEffect(() => {
    if (!line.current) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) seen();
    });
    observer.observe(line.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={line} className={classes.new}>
      New
    </div>
  );
}
