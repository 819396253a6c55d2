/** My guide: the page to read or print, the first look around again, the home screen, and the plain name. */
import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import { lazyWithWords, t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { InstallCard } from '../../ui/install';
import { LookChoice } from '../../ui/look-choice';
import { RowLink } from '../../ui/row-link';
import { readersOf } from './readers';

const Tour = lazyWithWords(['tour'], () => import('./tour').then((m) => m.Tour));

export function OwnGuideScreen(): JSX.Element {
  const { roles } = useDevice().me;
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/me">{t.guides.backToMe}</BackLink>
        <h1>{t.guides.title}</h1>
        <p class="lead">{t.guides.lead}</p>
      </header>
      {readersOf(roles).map((who) => (
        <RowLink key={who} to={`/guides/${who}`} icon="print" title={t.guides.who[who].title}>
          {t.guides.open}
        </RowLink>
      ))}
      <TourAgain />
      <InstallCard />
      <LookChoice />
    </div>
  );
}

function TourAgain(): JSX.Element {
  const [shown, setShown] = useState(false);
  const { roles } = useDevice().me;
  const [side = 'client'] = roles;
  if (shown) {
    return (
      <Suspense fallback={null}>
        <Tour side={side} onDone={() => setShown(false)} />
      </Suspense>
    );
  }
  return (
    <section class="card stack-small" aria-labelledby="tour-again">
      <h2 id="tour-again">{t.guides.tour}</h2>
      <p class="soft">{t.guides.tourAbout}</p>
      <div>
        <Button look="secondary" onClick={() => setShown(true)}>
          {t.guides.showTour}
        </Button>
      </div>
    </section>
  );
}
