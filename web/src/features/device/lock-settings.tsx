/** When the app locks, and what opens it. */
import type { JSX } from 'preact';
import { useSyncExternalStore } from 'preact/compat';

import { t } from '../../lib/strings';
import { lock } from '../../offline/cover';
import { useDevice } from '../../offline/device';
import { isStaff, LOCK_CHOICES, onPhone, readPhone, STAFF_LOCK, writePhone } from '../../offline/phone';
import { tellTabs } from '../../offline/tabs';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { PinSettings } from './pin-settings';

export function LockSettings(): JSX.Element {
  const { me } = useDevice();
  const { lockAfter, shared } = useSyncExternalStore(onPhone, readPhone);
  const staff = isStaff(me.roles);
  const choices = (staff ? [1, 5, 10, STAFF_LOCK] : LOCK_CHOICES).map((minutes) => ({ value: String(minutes), label: t.device.lockChoices[minutes] ?? '' }));
  const choose = (value: string): void => {
    writePhone({ lockAfter: Number(value) });
    tellTabs('phone-changed');
  };
  if (shared) return <></>;
  return (
    <section class="card stack-small" aria-labelledby="lock">
      <h2 id="lock">{t.device.lockTitle}</h2>
      <p class="soft">{staff ? t.device.lockStaff : t.device.lockOwn}</p>
      <p class="field-label" aria-hidden="true">
        {t.device.lockAfter}
      </p>
      <Choices compact="pills" legend={t.device.lockAfter} choices={choices} value={String(staff ? lockAfter || STAFF_LOCK : lockAfter)} onChange={choose} />
      <PinSettings />
      <div>
        <Button look="secondary" icon="lock" onClick={lock}>
          {t.device.lockNow}
        </Button>
      </div>
    </section>
  );
}
