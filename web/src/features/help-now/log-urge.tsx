/** The urge that was just said, logged with one tap. Works with no line. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { newSubmissionId } from '../../lib/ids';
import { t } from '../../lib/strings';
import { useDevice, useOutbox } from '../../offline/device';
import { logUrge } from '../../offline/moments';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';

export function LogUrge({ level }: { level: number }): JSX.Element {
  const { outbox } = useDevice();
  const waiting = useOutbox().work;
  const [entry] = useState(newSubmissionId);
  const [logged, setLogged] = useState<number>();
  const [busy, setBusy] = useState(false);
  const log = (): void => {
    setBusy(true);
    // Said only once it lies safe on the device.
    void logUrge(outbox, entry, { intensity: level })
      .then(() => setLogged(level))
      .finally(() => setBusy(false));
  };
  const unsent = waiting.some(({ path }) => path.endsWith(`/${entry}/`));
  // Another number is the same urge: logging it again changes the entry.
  const due = logged !== level;
  return (
    <div class="row" role="status">
      {due ? (
        <Button look="secondary" icon="wave" busy={busy} onClick={log}>
          {logged === undefined ? t.helpNow.logUrge : t.helpNow.logChange(level)}
        </Button>
      ) : (
        <>
          <Chip tone={unsent ? 'warm' : 'calm'} icon={unsent ? 'phone' : 'check'}>
            {unsent ? t.common.savedHere : t.common.received}
          </Chip>
          <p>{t.helpNow.logged}</p>
        </>
      )}
    </div>
  );
}
