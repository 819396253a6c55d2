/** Stands over the app when it must not be seen: the harmless page, and the lock. Watches for when. */
import './device.css';

import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/compat';

import { hide, watchTyping, type Cover } from '../../offline/cover';
import type { Device } from '../../offline/device';
import { NotesScreen } from './notes-screen';
import { LockScreen } from './lock-screen';
import { useAway } from './use-away';
import { useIdle } from './use-idle';
import { hasTyped } from './use-newer';

watchTyping(() => hasTyped(window.location.pathname));

interface GuardProps {
  cover: Cover;
  /** Who is signed in, or was when it was locked. */
  device: Device | undefined;
  help: ComponentType<Record<string, string>> | undefined;
  onSignedIn: () => Promise<void>;
}

export function Guard({ cover, device, help, onSignedIn }: GuardProps): JSX.Element | null {
  useEscapeTwice(device !== undefined);
  useAway();
  const ending = useIdle(cover === 'locked' ? undefined : device, cover === 'hidden');
  if (cover === 'hidden') return <NotesScreen />;
  if (cover === 'locked') return <LockScreen device={device} help={help} onSignedIn={onSignedIn} />;
  return ending;
}

const TWICE_WITHIN = 1500;

function useEscapeTwice(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    let last = -Infinity;
    const press = (event: KeyboardEvent): void => {
      // A page with a quick way out of its own has gone already.
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.timeStamp - last < TWICE_WITHIN) hide();
      last = event.timeStamp;
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on]);
}
