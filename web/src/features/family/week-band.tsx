/** The week in one broad word: the words carry it, the picture only repeats it. */
import type { JSX } from 'preact';

import type { FamilyShared } from '../../api/types';
import { t } from '../../lib/strings';

type Band = NonNullable<FamilyShared['shared'][number]['mood_trend']>['band'];

const PLACES: readonly Band[] = ['harder', 'same', 'easier'];

export function WeekBand({ band }: { band: Band }): JSX.Element {
  return (
    <figure class="band">
      <div class="band-bar" aria-hidden="true">
        {PLACES.map((place) => (
          <span key={place} class={place === band ? 'band-place band-here' : 'band-place'}>
            {t.family.bandLabels[place]}
          </span>
        ))}
      </div>
      <figcaption class="stack-small">
        <p class="band-words">{t.family.bands[band]}</p>
        <p class="soft small">{t.family.bandNote}</p>
      </figcaption>
    </figure>
  );
}
