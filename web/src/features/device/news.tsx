/** Quiet lines above a screen: a newer version, a clock that is off, a phone that keeps nothing. */
import './device.css';

import type { JSX } from 'preact';
import { useEffect, useState, useSyncExternalStore } from 'preact/compat';

import { minutesOff, onClockOff } from '../../lib/clock-off';
import { t } from '../../lib/strings';
import { onStorageTrouble, storageTrouble } from '../../offline/database';
import { useMaybeDevice } from '../../offline/device';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { clockOffWords } from './clock-words';
import { hasTyped, useNewer } from './use-newer';

interface NewsProps {
  path: string;
  /** The screen is a task: nothing may come between. */
  busy: boolean;
}

export function News({ path, busy }: NewsProps): JSX.Element {
  const typed = useTyped(path);
  const here = useMaybeDevice() !== undefined;
  return (
    <div class="device-news" role="status">
      <Newer may={!busy && !typed} />
      {here && <Troubles />}
    </div>
  );
}

function Newer({ may }: { may: boolean }): JSX.Element | null {
  const newer = useNewer();
  if (!newer.waits || !may) return null;
  return (
    <Notice>
      <p>{t.device.newer}</p>
      <Button look="quiet" onClick={newer.use}>
        {t.device.useNewer}
      </Button>
    </Notice>
  );
}

function Troubles(): JSX.Element {
  const trouble = useSyncExternalStore(onStorageTrouble, storageTrouble);
  const off = useSyncExternalStore(onClockOff, minutesOff);
  return (
    <>
      {trouble && <Notice tone="warm">{trouble === 'full' ? t.device.storageFull : t.device.storageDenied}</Notice>}
      {off !== 0 && <Notice tone="warm">{clockOffWords(off)}</Notice>}
    </>
  );
}

/** Told anew as soon as somebody types. */
function useTyped(path: string): boolean {
  const [, again] = useState(0);
  useEffect(() => {
    const look = (): void => again((times) => times + 1);
    window.addEventListener('input', look);
    return () => window.removeEventListener('input', look);
  }, []);
  return hasTyped(path);
}
