/** After the last answer: one kind sentence, and honest words on where the answers are. */
import type { JSX } from 'preact';
import { Suspense } from 'preact/compat';

import { crisisLine, emergencyLine } from '../../lib/help-lines';
import { lazyWithWords, t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import type { CheckInDay } from '../../offline/check-in-day';
import { useWatchWords } from '../../offline/watch';
import { ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { ContactList } from '../../ui/contact-list';
import { Hills } from '../../ui/hills';

const After = lazyWithWords(['install', 'push'], () => import('./after').then((m) => m.After));

/** A short mindfulness practice, the same for everybody: nothing to choose after a check-in. */
const TWO_MINUTES = 'two-quiet-minutes';

export function Closing({ day, hard }: { day: CheckInDay; hard: boolean }): JSX.Element {
  const heading = useArrival();
  return (
    <section class="page page-narrow stack closing">
      <div class="closing-picture">
        <Hills light="evening" />
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {hard ? t.checkIn.done.hardTitle : t.checkIn.done.title}
      </h1>
      <p class="lead">{hard ? t.checkIn.done.hardBody : t.checkIn.done.body}</p>
      <Whereabouts day={day} />
      {hard && <Watched sent={day.standing === 'received'} />}
      {hard && <ContactList contacts={[crisisLine(), emergencyLine()]} strong />}
      <div class="stack-small">
        <ButtonLink to="/today" wide>
          {t.checkIn.done.home}
        </ButtonLink>
        <ButtonLink to={`/skills/${TWO_MINUTES}`} look="quiet" wide icon="leaf">
          {t.checkIn.done.breathe}
        </ButtonLink>
      </div>
      {!hard && (
        <Suspense fallback={null}>
          <After />
        </Suspense>
      )}
    </section>
  );
}

function Watched({ sent }: { sent: boolean }): JSX.Element {
  return <p role="status">{useWatchWords(sent)}</p>;
}

function Whereabouts({ day: { standing } }: { day: CheckInDay }): JSX.Element {
  return (
    <div role="status" class="stack-small closing-where">
      {standing === 'saved' && (
        <>
          <Chip tone="warm" icon="phone">
            {t.common.savedHere}
          </Chip>
          <p class="soft">{t.today.savedBody}</p>
        </>
      )}
      {standing === 'received' && (
        <>
          <Chip tone="calm" icon="check">
            {t.common.received}
          </Chip>
          <p class="soft">{t.today.receivedBody}</p>
        </>
      )}
      {(standing === 'refused' || standing === 'conflict') && <p>{standing === 'conflict' ? t.today.conflictTitle : t.today.refusedTitle}</p>}
    </div>
  );
}
