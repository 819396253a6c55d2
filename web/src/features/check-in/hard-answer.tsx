/** Help, at once, after an answer that says a person may not be safe. Works with no line. */
import type { JSX } from 'preact';

import { crisisLine, emergencyLine, programLines } from '../../lib/help-lines';
import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import type { DayStanding } from '../../offline/check-in-day';
import { useDevice } from '../../offline/device';
import { Button, ButtonLink } from '../../ui/button';
import { ContactList } from '../../ui/contact-list';

interface HardAnswerProps {
  standing: DayStanding;
  moodKnown: boolean;
  onGoOn: () => void;
}

export function HardAnswer({ standing, moodKnown, onGoOn }: HardAnswerProps): JSX.Element {
  const { program } = useDevice().me;
  const heading = useArrival();
  return (
    <section class="page stack">
      <header class="stack-small">
        <h1 ref={heading} tabIndex={-1}>
          {t.checkIn.hard.title}
        </h1>
        <p class="lead">{t.checkIn.hard.body}</p>
        <p role="status">
          {whereItIs(standing, moodKnown)} {t.checkIn.hard.honest}
        </p>
      </header>
      <ContactList contacts={[crisisLine(), emergencyLine()]} strong />
      {program && <ContactList contacts={programLines(program)} />}
      <div class="stack-small">
        <Button look="secondary" wide onClick={onGoOn}>
          {t.checkIn.hard.goOn}
        </Button>
        <ButtonLink to="/help" look="quiet" wide>
          {t.checkIn.hard.more}
        </ButtonLink>
      </div>
    </section>
  );
}

function whereItIs(standing: DayStanding, moodKnown: boolean): string {
  if (!moodKnown) return t.checkIn.hard.noMood;
  return standing === 'received' ? t.checkIn.hard.sent : t.checkIn.hard.waiting;
}
