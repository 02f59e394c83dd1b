import { useEffect, useState } from 'react';
import { useMe } from '#web/members/me.ts';
import { useLive, useTell } from '#web/platform/live.tsx';
import { newTeller } from './teller.ts';

const lookEveryMs = 15_000;
/** The other tabs need not hear of every movement. */
const quietMs = 5_000;
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'visibilitychange'] as const;

/** Tells the server whether somebody is at this browser; being active in one tab is enough. */
export function TellPresence() {
  const { id } = useMe().member;
  const tell = useTell();
  const [teller] = useState(() => newTeller({ now: () => Date.now(), tell: (state) => tell('presence', { state }) }));
  useLive(() => {}, teller.startOver);

  useEffect(() => {
    const others = new BroadcastChannel(`active ${id}`);
    let saidAt = 0;
    const onSign = () => {
      const at = Date.now();
      if (document.hidden || at - saidAt < quietMs) return;
      saidAt = at;
      teller.active(at);
      others.postMessage(at);
    };
    others.onmessage = ({ data }: MessageEvent<number>) => teller.active(data);
    const timer = setInterval(teller.look, lookEveryMs);
    for (const sign of signs) document.addEventListener(sign, onSign, { passive: true });
    return () => {
      others.close();
      clearInterval(timer);
      for (const sign of signs) document.removeEventListener(sign, onSign);
    };
  }, [id, teller]);
  return null;
}
