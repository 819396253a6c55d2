/** Asked at the door: on a phone that others use, nothing is kept and the app does not stay open. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { readPhone, writePhone } from '../../offline/phone';

export function SharedPhone(): JSX.Element {
  const [shared, setShared] = useState(readPhone().shared);
  const choose = (): void => {
    writePhone({ shared: !shared, coverAway: !shared });
    setShared(!shared);
  };
  return (
    <div>
      <label class="tick">
        <input type="checkbox" checked={shared} onChange={choose} aria-describedby="shared-phone-hint" />
        <span>{t.signIn.sharedPhone}</span>
      </label>
      <p id="shared-phone-hint" class="soft small">
        {t.signIn.sharedPhoneHint}
      </p>
    </div>
  );
}
