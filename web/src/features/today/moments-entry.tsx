/** The ways to log an urge, to tell of a lapse, and to what was logged. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { ButtonLink } from '../../ui/button';
import { RowLink } from '../../ui/row-link';

export function MomentsEntry(): JSX.Element {
  return (
    <section class="card row-group" aria-label={t.today.urge}>
      <RowLink to="/urge" icon="wave" title={t.today.urge}>
        {t.today.urgeBody}
      </RowLink>
      <div class="moments-more">
        <ButtonLink to="/lapse" look="quiet">
          {t.today.lapse}
        </ButtonLink>
        <ButtonLink to="/logged" look="quiet">
          {t.today.logged}
        </ButtonLink>
      </div>
    </section>
  );
}
