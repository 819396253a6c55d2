/** Without the PIN what is kept here stays shut for good: say so, and sign in anew only when told to. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/compat';

import { signOut } from '../../api/session';
import { t } from '../../lib/strings';
import { unlock } from '../../offline/cover';
import { clearDevice } from '../../offline/lock';
import { countWork } from '../../offline/queue';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

export function ForgotPin({ onBack }: { onBack: () => void }): JSX.Element {
  const [unsent, setUnsent] = useState(0);
  useEffect(() => {
    void countWork().then(setUnsent);
  }, []);
  const go = async (): Promise<void> => {
    await signOut();
    await clearDevice();
    unlock();
  };
  return (
    <section class="stack-small">
      <h2>{t.device.forgotTitle}</h2>
      <p>{t.device.forgotBody}</p>
      {unsent > 0 && <Notice tone="warm">{t.device.forgotUnsent(unsent)}</Notice>}
      <Button onClick={onBack}>{t.device.forgotStay}</Button>
      <Button look="secondary" onClick={() => void go()}>
        {t.device.forgotGo}
      </Button>
    </section>
  );
}
