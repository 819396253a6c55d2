/** Asked before a list with unsaved marks is left, by a link, by going back, or by closing the page. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/compat';

import { askBeforeLeaving } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

export function LeaveQuestion({ unsaved }: { unsaved: boolean }): JSX.Element | null {
  const [leave, setLeave] = useState<{ go: () => void }>();
  useEffect(() => {
    if (!unsaved) return undefined;
    askBeforeLeaving((go) => setLeave({ go }));
    return () => askBeforeLeaving(undefined);
  }, [unsaved]);
  if (!leave) return null;
  return (
    <Dialog title={t.schedule.leaveTitle} onClose={() => setLeave(undefined)}>
      <p>{t.schedule.leaveBody}</p>
      <Button onClick={() => setLeave(undefined)}>{t.schedule.leaveStay}</Button>
      <Button look="secondary" onClick={leave.go}>
        {t.schedule.leaveGo}
      </Button>
    </Dialog>
  );
}
