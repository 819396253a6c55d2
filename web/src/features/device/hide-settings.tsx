/** The quick way to hide the app, and the cover for the list of open apps. */
import type { JSX } from 'preact';
import { useSyncExternalStore } from 'preact/compat';

import { t } from '../../lib/strings';
import { hide } from '../../offline/cover';
import { onPhone, readPhone, writePhone } from '../../offline/phone';
import { tellTabs } from '../../offline/tabs';
import { Button } from '../../ui/button';
import { Switch } from '../../ui/switch';

export function HideSettings(): JSX.Element {
  const { coverAway } = useSyncExternalStore(onPhone, readPhone);
  const choose = (now: boolean): void => {
    writePhone({ coverAway: now });
    tellTabs('phone-changed');
  };
  return (
    <section class="card stack-small" aria-labelledby="hide">
      <h2 id="hide">{t.device.hideTitle}</h2>
      <p class="soft">{t.device.hideLead}</p>
      <div>
        <Button look="secondary" icon="hide" onClick={hide}>
          {t.device.hideTry}
        </Button>
      </div>
      <Switch label={t.device.away} on={coverAway} meaning={coverAway ? t.device.awayOn : t.device.awayOff} onChange={choose} />
    </section>
  );
}
