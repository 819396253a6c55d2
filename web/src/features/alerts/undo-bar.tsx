/** “You have this”, with a way back while there is one. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/compat';

import type { Answered } from '../../api/alerts';
import { t } from '../../lib/strings';
import { useKeys } from '../../lib/use-keys';
import { Button } from '../../ui/button';
import { undoLeft } from './order';

const SECOND = 1000;

interface UndoBarProps {
  taken: Answered;
  busy: boolean;
  onUndo: (taken: Answered) => void;
  onOver: () => void;
}

export function UndoBar({ taken, busy, onUndo, onOver }: UndoBarProps): JSX.Element {
  const [now, setNow] = useState(() => Date.now());
  const left = undoLeft(taken, now);
  // Heard here, not beside the list: the way back must work while the other list is still being read.
  useKeys({ u: () => undoLeft(taken, Date.now()) > 0 && onUndo(taken) });
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left === 0) onOver();
  }, [left, onOver]);
  return (
    <div class="undo-bar">
      <p role="status">{t.alerts.youHave(taken.client.name)}</p>
      <Button look="secondary" busy={busy} onClick={() => onUndo(taken)}>
        {t.alerts.undo}
      </Button>
      <span class="small" aria-hidden="true">
        {t.alerts.undoLeft(left)}
      </span>
    </div>
  );
}
