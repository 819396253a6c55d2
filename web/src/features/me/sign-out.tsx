/** Signing out. It asks first when something would be lost. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { useDevice, useOutbox } from '../../offline/device';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

export function SignOut(): JSX.Element {
  const { leave } = useDevice();
  const unsent = useOutbox().work.length;
  const [asking, setAsking] = useState(false);
  const press = (): void => {
    if (unsent > 0) setAsking(true);
    else void leave();
  };
  return (
    <section class="stack-small">
      <p class="soft">{t.me.signOutLead}</p>
      <div>
        <Button look="secondary" onClick={press}>
          {t.me.signOut}
        </Button>
      </div>
      {asking && (
        <Dialog title={t.me.unsentTitle} onClose={() => setAsking(false)}>
          <p>{t.me.unsentBody(unsent)}</p>
          <Button onClick={() => setAsking(false)}>{t.me.unsentStay}</Button>
          <Button look="secondary" onClick={() => void leave()}>
            {t.me.unsentLeave}
          </Button>
        </Dialog>
      )}
    </section>
  );
}
