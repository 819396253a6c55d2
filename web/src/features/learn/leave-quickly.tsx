/** One press, or Escape twice, and another page is in place of this one. On each lesson that opens with a word of care. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/compat';

import { leaveQuickly } from '../../lib/leave-quickly';
import { t } from '../../lib/strings';
import { Icon } from '../../ui/icon';

const TWICE_WITHIN = 1500;

export function LeaveQuickly(): JSX.Element {
  useEscapeTwice(leaveQuickly);
  return (
    <button type="button" class="lesson-leave" aria-label={t.learn.leaveSpoken} onClick={() => leaveQuickly()}>
      {t.learn.leave}
      <Icon name="close" />
    </button>
  );
}

function useEscapeTwice(leave: () => void): void {
  useEffect(() => {
    let last = -Infinity;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      if (event.timeStamp - last < TWICE_WITHIN) {
        // Nothing else need cover the page: it is gone.
        event.preventDefault();
        leave();
      }
      last = event.timeStamp;
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [leave]);
}
