/** The bar below the list: how many are open, undo, the rest, and saving. It stays in sight. */
import type { JSX } from 'preact';

import { clockTime, deviceTimezone } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { RosterWork } from './use-roster';

export function RosterSave({ work }: { work: RosterWork }): JSX.Element {
  const { open, changed, said, rest, undo, save, saving, trouble } = work;
  return (
    <div class="roster-save">
      {trouble !== undefined && (
        <Notice tone="warm" urgent>
          {trouble}
        </Notice>
      )}
      <p class="small" role="status">
        <span class="hidden-visually">{said} </span>
        {statusOf(work)}
      </p>
      <div class="row">
        <Button busy={saving} onClick={save}>
          {t.schedule.save}
        </Button>
        {open > 0 && (
          <Button look="secondary" onClick={rest}>
            {t.schedule.rest}
          </Button>
        )}
        {undo && changed && (
          <Button look="quiet" onClick={undo}>
            {t.schedule.undo}
          </Button>
        )}
      </div>
    </div>
  );
}

function statusOf({ open, changed, savedAt }: RosterWork): string {
  const saved = savedAt && !changed ? t.schedule.saved(clockTime(savedAt, deviceTimezone(), language)) : undefined;
  return [t.schedule.left(open), changed ? t.schedule.unsaved : saved].filter(Boolean).join(' · ');
}
