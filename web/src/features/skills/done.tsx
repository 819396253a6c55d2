/** The end of a practice: a plain word, the change if there was one, and where to go. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { useOutbox } from '../../offline/device';
import { ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Icon } from '../../ui/icon';
import type { Practice } from './use-practice';

export function Done({ practice: { draft, workId } }: { practice: Practice }): JSX.Element {
  const heading = useArrival();
  const harder = draft.before !== undefined && draft.after !== undefined && draft.after > draft.before;
  return (
    <section class="page page-narrow stack practice-done">
      <span class="round-icon">
        <Icon name="leaf" />
      </span>
      <h1 ref={heading} tabIndex={-1} class="player-step-title">
        {t.skills.doneTitle}
      </h1>
      <p class="lead">{harder ? t.skills.harderBody : t.skills.doneBody}</p>
      <Change {...draft} />
      <Whereabouts workId={workId} />
      {draft.share && <p class="soft">{t.skills.doneShared}</p>}
      <div class="stack-small practice-done-ways">
        <ButtonLink to="/today" wide>
          {t.common.today}
        </ButtonLink>
        <ButtonLink to={harder ? '/help' : '/skills'} look="secondary" wide>
          {harder ? t.common.helpLabel : t.skills.backToSkills}
        </ButtonLink>
      </div>
    </section>
  );
}

function Change({ before, after }: Pick<Practice['draft'], 'before' | 'after'>): JSX.Element | null {
  if (before === undefined || after === undefined) return null;
  return (
    <p class="practice-change">
      <span>{before}</span>
      <Icon name="next" />
      <span>{after}</span>
    </p>
  );
}

function Whereabouts({ workId }: { workId: string | undefined }): JSX.Element {
  const { work } = useOutbox();
  const unsent = work.some(({ id }) => id === workId);
  return (
    <div role="status">
      {unsent ? (
        <Chip tone="warm" icon="phone">
          {t.common.savedHere}
        </Chip>
      ) : (
        <Chip tone="calm" icon="check">
          {t.common.received}
        </Chip>
      )}
    </div>
  );
}
