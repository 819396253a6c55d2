/** Help at hand through the whole of a lesson that may call for it. */
import type { JSX } from 'preact';

import { language, t } from '../../lib/strings';
import { ButtonOut } from '../../ui/button';

export function HelpStrip(): JSX.Element {
  return (
    <aside class="lesson-help" lang={language} aria-label={t.learn.helpTitle}>
      <p class="strong">{t.learn.helpTitle}</p>
      <div class="lesson-help-ways">
        <ButtonOut href="tel:911" look="secondary" icon="call" label={`${t.learn.call911}. ${t.learn.danger}`}>
          {t.learn.call911}
        </ButtonOut>
        <ButtonOut href="tel:988" look="secondary" icon="call" label={`${t.learn.call988}. ${t.learn.crisis}`}>
          {t.learn.call988}
        </ButtonOut>
      </div>
    </aside>
  );
}
