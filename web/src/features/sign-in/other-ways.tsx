/** At the door, besides the password: a passkey, which the browser may offer by itself. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/compat';

import { canUsePasskeys, showPasskey } from '../../api/passkey';
import { isProblem } from '../../api/problem';
import { confirmCookie, owesSignOut, payOwedSignOut } from '../../api/session';
import { t } from '../../lib/strings';
import { Button, ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';

export function OtherWays({ onSignedIn }: { onSignedIn: () => Promise<void> }): JSX.Element {
  const offeredRef = useOffer(onSignedIn);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const press = async (): Promise<void> => {
    setBusy(true);
    setRefused(undefined);
    offeredRef.current?.abort();
    try {
      await comeIn();
      await onSignedIn();
    } catch (error) {
      const offline = isProblem(error) && error.isOffline;
      setRefused(offline ? t.signIn.offline : t.door.passkeyRefused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack-small">
      {canUsePasskeys() && (
        <Button look="secondary" wide icon="lock" busy={busy} onClick={() => void press()}>
          {t.door.passkey}
        </Button>
      )}
      {refused !== undefined && (
        <Notice tone="warm" urgent>
          {refused}
        </Notice>
      )}
      <ButtonLink to="/forgot-password" look="quiet">
        {t.door.forgot}
      </ButtonLink>
    </div>
  );
}

async function comeIn(waiting?: AbortSignal): Promise<void> {
  if (owesSignOut()) await payOwedSignOut();
  await confirmCookie();
  await showPasskey('login', waiting);
}

/** Let the browser offer a passkey in the e-mail field, where it can. */
function useOffer(onSignedIn: () => Promise<void>): { current: AbortController | undefined } {
  const offeredRef = useRef<AbortController | undefined>(undefined);
  useEffect(() => {
    const ending = new AbortController();
    offeredRef.current = ending;
    const offer = async (): Promise<void> => {
      const can = canUsePasskeys() && 'isConditionalMediationAvailable' in PublicKeyCredential && (await PublicKeyCredential.isConditionalMediationAvailable());
      if (!can || ending.signal.aborted) return;
      await comeIn(ending.signal);
      await onSignedIn();
    };
    // Nothing was asked for, so nothing is said when nothing comes of it.
    void offer().catch(() => undefined);
    return () => ending.abort();
    // Offered once, when the door opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return offeredRef;
}
