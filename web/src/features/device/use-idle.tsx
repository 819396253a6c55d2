/** Notices that nobody touches the app, and locks it; on a shared phone, signs out after a word. */
import type { JSX } from 'preact';
import { useEffect, useState, useSyncExternalStore } from 'preact/compat';

import { t } from '../../lib/strings';
import { lock } from '../../offline/cover';
import type { Device } from '../../offline/device';
import { idleFor, idleLimit, noteTouch, onPhone, readPhone } from '../../offline/phone';
import { Notice } from '../../ui/notice';
import { beat, beginBeats } from './heartbeat';

const MINUTE = 60_000;
const LOOK_EVERY = 5000;
/** Noting each touch would wear the disk. */
const NOTE_EVERY = 5000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'] as const;

/** The word before a shared phone signs out, while it is due. */
export function useIdle(device: Device | undefined, hidden: boolean): JSX.Element | null {
  const phone = useSyncExternalStore(onPhone, readPhone);
  const limit = device ? idleLimit(device.me.roles, phone) : 0;
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    if (!device || limit === 0) return undefined;
    const { shared } = phone;
    const look = (): void => {
      const left = limit * MINUTE - idleFor();
      setSoon(shared && left <= MINUTE);
      if (left > 0) {
        if (!hidden) void beat();
        return;
      }
      if (shared) void device.leaveAlone();
      else lock();
    };
    return watch(limit, look, hidden);
  }, [device, limit, phone, hidden]);
  if (!soon || !device || hidden) return null;
  return (
    <div class="device-soon">
      <Notice tone="warm" icon="clock" urgent>
        {t.device.soon}
      </Notice>
    </div>
  );
}

/** Note each touch, and look now and then; on the harmless page anybody may press about. */
function watch(limit: number, look: () => void, hidden: boolean): () => void {
  let noted = 0;
  const touch = (): void => {
    const now = Date.now();
    // A phone that slept through its time is locked before the touch that wakes it counts.
    const late = idleFor(now) >= limit * MINUTE;
    if (!late && !hidden && Math.abs(now - noted) >= NOTE_EVERY) {
      noted = now;
      noteTouch(limit, now);
    }
    look();
  };
  beginBeats();
  touch();
  const timer = setInterval(look, LOOK_EVERY);
  document.addEventListener('visibilitychange', look);
  for (const name of TOUCHES) window.addEventListener(name, touch, { capture: true, passive: true });
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    for (const name of TOUCHES) window.removeEventListener(name, touch, { capture: true });
  };
}
