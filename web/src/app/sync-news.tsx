/** One quiet word about unsent work, in the header of every screen; the whole sentence is read out. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/compat';

import { Link } from '../lib/navigation';
import { t } from '../lib/strings';
import { useOutbox } from '../offline/device';
import { Chip } from '../ui/chip';

const SHOW_SENT_FOR = 5000;

export function SyncNews(): JSX.Element {
  const { work, lastEnd } = useOutbox();
  // How far somebody has read goes along by itself, and is no news.
  const waiting = work.filter(({ kind, state }) => state === 'waiting' && kind !== 'lesson').length;
  const justSent = useJustEmptied(waiting, lastEnd === 'empty');
  return (
    <div role="status" class="sync-news">
      {waiting > 0 && (
        <Link to="/me/device" class="sync-link">
          <Chip tone="warm" icon="phone" spoken={t.common.unsent(waiting)}>
            {t.common.unsentShort(waiting)}
          </Chip>
        </Link>
      )}
      {justSent && (
        <Chip tone="calm" icon="check" spoken={t.common.allSent}>
          {t.common.allSentShort}
        </Chip>
      )}
    </div>
  );
}

/** True for a few seconds after the last waiting piece was received. */
function useJustEmptied(waiting: number, allGone: boolean): boolean {
  const [had, setHad] = useState(false);
  const empty = waiting === 0 && allGone;
  useEffect(() => {
    if (waiting > 0) setHad(true);
  }, [waiting]);
  useEffect(() => {
    if (!had || !empty) return;
    const timer = setTimeout(() => setHad(false), SHOW_SENT_FOR);
    return () => clearTimeout(timer);
  }, [had, empty]);
  return had && empty;
}
