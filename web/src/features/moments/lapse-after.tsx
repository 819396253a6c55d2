/** After a lapse was told: thanks, people to talk to, a way to look at it, and days well that stay. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { daysWellQuery } from '../../api/moments';
import { crisisLine, programLines } from '../../lib/help-lines';
import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { useDevice } from '../../offline/device';
import type { LapseWords } from '../../offline/moments';
import { Button, ButtonLink } from '../../ui/button';
import { ContactList } from '../../ui/contact-list';
import { Notice } from '../../ui/notice';
import { RowLink } from '../../ui/row-link';
import { Watched, Whereabouts } from './whereabouts';

interface LapseAfterProps {
  entry: string;
  words: LapseWords;
  onChange: () => void;
  onTakeBack: () => void;
}

export function LapseAfter({ entry, words, onChange, onTakeBack }: LapseAfterProps): JSX.Element {
  if (words.mistaken) return <TookBack />;
  return (
    <div class="page page-narrow stack">
      <Thanks entry={entry} />
      <Notice tone="warm" icon="help">
        {t.moments.lapse.safety}
      </Notice>
      <RowLink to="/skills/lapse-review" icon="leaf" title={t.moments.lapse.review}>
        {t.moments.lapse.reviewBody}
      </RowLink>
      <StillYours />
      <div class="row">
        <Button look="secondary" onClick={onChange}>
          {t.moments.lapse.change}
        </Button>
        <Button look="quiet" onClick={onTakeBack}>
          {t.moments.lapse.takeBack}
        </Button>
      </div>
      <ButtonLink to="/today">{t.moments.urge.home}</ButtonLink>
    </div>
  );
}

function TookBack(): JSX.Element {
  const heading = useArrival();
  return (
    <div class="page page-narrow stack">
      <h1 ref={heading} tabIndex={-1}>
        {t.moments.lapse.tookBack}
      </h1>
      <ButtonLink to="/today">{t.moments.urge.home}</ButtonLink>
    </div>
  );
}

function Thanks({ entry }: { entry: string }): JSX.Element {
  const heading = useArrival();
  const { program } = useDevice().me;
  return (
    <>
      <header class="stack-small">
        <h1 ref={heading} tabIndex={-1}>
          {t.moments.lapse.doneTitle}
        </h1>
        <p class="lead">{t.moments.lapse.doneBody}</p>
        <Whereabouts entry={entry} />
        <Watched entry={entry} />
      </header>
      <section class="stack-small" aria-labelledby="reach">
        <h2 id="reach">{t.moments.lapse.reach}</h2>
        <ContactList contacts={[...(program ? programLines(program) : []), crisisLine()]} strong />
      </section>
    </>
  );
}

/** Days well, which a lapse does not take away. With no line only the sentence. */
function StillYours(): JSX.Element {
  const { data } = useQuery(daysWellQuery);
  return (
    <section class="card stack-small" aria-labelledby="days-well">
      <h2 id="days-well">{t.moments.daysWell.title}</h2>
      {data && (
        <p class="strong">
          {t.moments.daysWell.total(data.total)} · {t.moments.daysWell.run(data.run)}
        </p>
      )}
      <p>{t.moments.daysWell.body}</p>
    </section>
  );
}
