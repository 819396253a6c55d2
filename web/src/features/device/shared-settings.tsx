/** Whether other people use this phone too, and what follows from it. */
import type { JSX } from 'preact';
import { useState, useSyncExternalStore } from 'preact/compat';

import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { keepInMemoryOnly, keepOnDisk } from '../../offline/keeping';
import { onPhone, readPhone, writePhone } from '../../offline/phone';
import { dropPin } from '../../offline/pin';
import { switchPushOff } from '../../offline/push-off';
import { tellTabs } from '../../offline/tabs';
import { Switch } from '../../ui/switch';

export function SharedSettings(): JSX.Element {
  const { vault } = useDevice();
  const { shared } = useSyncExternalStore(onPhone, readPhone);
  const [busy, setBusy] = useState(false);
  const choose = async (now: boolean): Promise<void> => {
    setBusy(true);
    // Whoever comes next must not meet somebody else's PIN.
    if (now && vault.byPin) await dropPin(vault);
    writePhone({ shared: now, coverAway: now });
    tellTabs('phone-changed');
    await (now ? keepInMemoryOnly() : keepOnDisk());
    if (now) await switchPushOff().catch(() => undefined);
    setBusy(false);
  };
  return (
    <section class="card stack-small" aria-labelledby="shared">
      <h2 id="shared">{t.device.sharedTitle}</h2>
      <Switch label={t.device.shared} on={shared} meaning={shared ? t.device.sharedOn : t.device.sharedOff} busy={busy} onChange={(now) => void choose(now)} />
    </section>
  );
}
