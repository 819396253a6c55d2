/** The questionnaires that are asked today. Also brings their forms onto the device. */
import type { JSX } from 'preact';

import type { Due } from '../../api/questionnaires';
import { longDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { useOutbox } from '../../offline/device';
import { questionnaireDraftName, unsentAnswers, useDue, useForm } from '../../offline/questionnaires';
import { useKept } from '../../offline/use-kept';
import { Chip } from '../../ui/chip';
import { RowLink } from '../../ui/row-link';

export function DueCard(): JSX.Element | null {
  const due = useDue().data ?? [];
  if (due.length === 0) return null;
  return (
    <section class="stack-small" aria-labelledby="due-card">
      <h2 id="due-card">{t.today.dueTitle}</h2>
      <ul class="stack-small">
        {due.map((one) => (
          <li key={one.questionnaire}>
            <OneDue due={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneDue({ due: { questionnaire, title, questions, until, due_on, draft } }: { due: Due }): JSX.Element {
  useForm(questionnaire);
  const unsent = unsentAnswers(useOutbox().work, questionnaire);
  const begunHere = useKept<{ dueOn: string }>(questionnaireDraftName(questionnaire)).value?.dueOn === due_on;
  const waits = unsent?.state === 'waiting';
  return (
    <RowLink
      to={`/questionnaires/${questionnaire}`}
      icon="edit"
      title={title}
      state={
        waits && (
          <Chip tone="warm" icon="phone">
            {t.common.savedHere}
          </Chip>
        )
      }
    >
      {!waits && (begunHere || draft) ? t.today.dueBegun : t.today.dueAbout(questions, longDay(until, language))}
    </RowLink>
  );
}
