/** After the card is saved: one plain sentence, and honest words on where it is. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/compat';

import { crisisLine, emergencyLine } from '../../lib/help-lines';
import { t } from '../../lib/strings';
import type { DiaryDay } from '../../offline/diary-day';
import { ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { ContactList } from '../../ui/contact-list';

interface ClosingProps {
  day: DiaryDay;
  /** The card spoke of danger when it was saved. */
  hard: boolean;
}

export function Closing({ day, hard }: ClosingProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  const words = hard ? { title: t.diary.done.hardTitle, body: t.diary.done.hardBody } : t.diary.done;
  return (
    <section class="page page-narrow stack diary-done">
      <h1 ref={heading} tabIndex={-1}>
        {words.title}
      </h1>
      <p class="lead">{words.body}</p>
      <Whereabouts standing={day.standing} />
      {hard && <ContactList contacts={[crisisLine(), emergencyLine()]} strong />}
      <div class="stack-small">
        {hard && (
          <ButtonLink to="/plan/safety" look="secondary" icon="plan" wide>
            {t.diary.help.plan}
          </ButtonLink>
        )}
        <ButtonLink to="/today" wide>
          {t.diary.done.home}
        </ButtonLink>
        <ButtonLink to="/diary/week" look="quiet" wide>
          {t.diary.week}
        </ButtonLink>
      </div>
    </section>
  );
}

function Whereabouts({ standing }: { standing: DiaryDay['standing'] }): JSX.Element {
  return (
    <div role="status" class="stack-small diary-where">
      {standing === 'saved' && (
        <>
          <Chip tone="warm" icon="phone">
            {t.common.savedHere}
          </Chip>
          <p class="soft">{t.diary.savedBody}</p>
        </>
      )}
      {standing === 'received' && (
        <>
          <Chip tone="calm" icon="check">
            {t.common.received}
          </Chip>
          <p class="soft">{t.diary.receivedBody}</p>
        </>
      )}
    </div>
  );
}
