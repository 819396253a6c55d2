/** Answers the server would not take as they are. They stay until the person decides. */
import type { JSX } from 'preact';
import { Suspense } from 'preact/compat';

import { navigate } from '../../lib/navigation';
import { lazyWithWords, t } from '../../lib/strings';
import { useDevice, useOutbox } from '../../offline/device';
import type { Work } from '../../offline/queue';
import { nameOf } from '../../offline/work-name';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

/** Seldom needed, and then with the answers that came first. */
const Conflict = lazyWithWords(['device'], () => import('./conflict').then((m) => m.Conflict));

/** All that is held back, but for the piece that another card shows. */
export function HeldBackList({ shown }: { shown: string | undefined }): JSX.Element | null {
  const held = useOutbox().work.filter(({ id, state }) => state !== 'waiting' && id !== shown);
  if (held.length === 0) return null;
  return (
    <section class="stack-small" aria-labelledby="held-back">
      <h2 id="held-back">{t.common.notSentTitle}</h2>
      {held.map((work) => (
        <div key={work.id} class="card stack-small">
          <h3>{nameOf(work)}</h3>
          <HeldBack work={work} />
        </div>
      ))}
    </section>
  );
}

export function HeldBack({ work }: { work: Work }): JSX.Element {
  // Only answers for a day can take the place of those that came first.
  if (work.state !== 'conflict' || work.trouble?.amendPath === undefined) return <Refused work={work} />;
  return (
    <Suspense fallback={null}>
      <Conflict work={work} />
    </Suspense>
  );
}

/** Where refused answers can be changed. */
const FORMS: Partial<Record<Work['kind'], (work: Work) => string>> = {
  check_in: () => '/check-in',
  diary_card: () => '/diary',
  lapse: () => '/lapse',
  questionnaire: ({ body }) => `/questionnaires/${String(body['questionnaire'])}`,
};

function refusedTitle(kind: Work['kind']): string {
  switch (kind) {
    case 'check_in':
      return t.today.refusedTitle;
    case 'diary_card':
      return t.dayCards.diary.refused;
    case 'questionnaire':
    case 'questionnaire_part':
    case 'follow_up':
      return t.today.dueRefused;
    case 'practice':
      return t.today.practiceRefused;
    default:
      return t.today.otherRefused;
  }
}

function Refused({ work }: { work: Work }): JSX.Element {
  const { outbox } = useDevice();
  const form = FORMS[work.kind];
  const sentences = work.trouble?.fields.length ? work.trouble.fields : [work.trouble?.sentence ?? ''];
  return (
    <>
      <Notice tone="warm" urgent>
        <p class="strong">{refusedTitle(work.kind)}</p>
        <p>{t.today.refusedBody}</p>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      <div class="row">
        {form !== undefined && <Button onClick={() => navigate(form(work))}>{t.today.changeRefused}</Button>}
        <Button look="secondary" onClick={() => void outbox.remove(work.id)}>
          {t.common.remove}
        </Button>
      </div>
    </>
  );
}
