/** My earlier looks, newest first, each a few words. Two taps delete one for good. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { forgetStrain, STRAIN, type StrainLook } from '../../api/support';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, fullDate, localDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';

export function EarlierLooks({ looks }: { looks: readonly StrainLook[] }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="earlier-looks">
      <h2 id="earlier-looks">{t.support.history}</h2>
      {looks.length === 0 && <p class="soft">{t.support.historyNone}</p>}
      {looks.map((look) => (
        <Look key={look.id} look={look} />
      ))}
    </section>
  );
}

function Look({ look: { id, answered_at: at, band, words } }: { look: StrainLook }): JSX.Element {
  const [asked, setAsked] = useState(false);
  const forget = useSending(() => forgetStrain(id), [STRAIN]);
  const day = fullDate(localDay(new Date(at), deviceTimezone()), language);
  return (
    <article class="card stack-small">
      <div class="row row-apart">
        <h3>{day}</h3>
        <Chip>{t.support.strainBands[band]}</Chip>
      </div>
      <p>{words}</p>
      {forget.isError && (
        <Notice tone="warm" urgent>
          {sentenceOf(forget.error)}
        </Notice>
      )}
      {asked ? (
        <div class="row" role="group" aria-label={t.support.forgetAsk}>
          <span>{t.support.forgetAsk}</span>
          <Button busy={forget.isPending} onClick={() => forget.mutate(undefined)}>
            {t.support.forgetYes}
          </Button>
          <Button look="quiet" onClick={() => setAsked(false)}>
            {t.common.cancel}
          </Button>
        </div>
      ) : (
        <div>
          <Button look="quiet" label={`${t.support.forget}, ${day}`} onClick={() => setAsked(true)}>
            {t.support.forget}
          </Button>
        </div>
      )}
    </article>
  );
}
