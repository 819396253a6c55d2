/** Signing out. What is not sent is sent first; it asks when something would still be lost. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { useDevice, useOutbox } from '../../offline/device';
import { Button, ButtonLink } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

export function SignOut(): JSX.Element {
  const { leave, outbox } = useDevice();
  const unsent = useOutbox().work.length;
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const press = async (): Promise<void> => {
    setSending(true);
    if (outbox.snapshot().work.length > 0) await outbox.sendNow();
    setSending(false);
    if (outbox.snapshot().work.length > 0) setAsking(true);
    else await leave();
  };
  return (
    <section class="stack-small">
      <p class="soft">{t.me.signOutLead}</p>
      <div>
        <Button look="secondary" busy={sending} onClick={() => void press()}>
          {sending ? t.me.sendingFirst : t.me.signOut}
        </Button>
      </div>
      {asking && (
        <Dialog title={t.me.unsentTitle} onClose={() => setAsking(false)}>
          <p>{t.me.unsentBody(unsent)}</p>
          <Button onClick={() => setAsking(false)}>{t.me.unsentStay}</Button>
          <ButtonLink to="/me/device" look="secondary">
            {t.me.unsentLook}
          </ButtonLink>
          <Button look="secondary" onClick={() => void leave()}>
            {t.me.unsentLeave}
          </Button>
        </Dialog>
      )}
    </section>
  );
}
