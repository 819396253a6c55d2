/** One filled-in questionnaire: its total, what stands out, and the answers behind it. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { ClientResponse } from '../../api/client-progress';
import { isOffline } from '../../api/problem';
import { formQuery } from '../../api/questionnaires';
import { fullDate } from '../../lib/dates';
import { answerWords, questionsIn } from '../../lib/questionnaire';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Chip } from '../../ui/chip';

export function ResponseRow({ response }: { response: ClientResponse }): JSX.Element {
  const { title, answered_on, score, critical, follow_ups, origin } = response;
  const [open, setOpen] = useState(false);
  const words = t.clientProgress.results;
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h3>{title}</h3>
        <span class="soft">{fullDate(answered_on, language)}</span>
      </div>
      {score && <Score score={score} />}
      {critical.map((one) => (
        <div key={`${one.link_id} ${one.recorded_at}`}>
          <Chip tone="plum">{words.critical(words.kinds[one.kind])}</Chip>
        </div>
      ))}
      {follow_ups.map((said) => (
        <p key={said.submission_id} class="small">
          {words.followUp(words.said[said.intent ?? 'none'], words.said[said.plan ?? 'none'], words.said[said.recent_act ?? 'none'])} {said.wants_contact && words.wantsContact}
        </p>
      ))}
      {origin === 'imported' && <p class="soft small">{words.imported}</p>}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.answers}</summary>
        {open && <AnswerList response={response} />}
      </details>
    </li>
  );
}

function Score({ score: { total, highest, band, missing, differs, stated_total } }: { score: NonNullable<ClientResponse['score']> }): JSX.Element {
  const words = t.clientProgress.results;
  return (
    <>
      <p>
        <span class="strong">{total === null ? words.noTotal : words.total(total, highest)}</span>
        {band !== '' && ` · ${band}`}
        {missing > 0 && ` · ${words.missing(missing)}`}
      </p>
      {differs && stated_total !== null && <p class="small">{words.differs(stated_total)}</p>}
    </>
  );
}

function AnswerList({ response: { questionnaire, answers } }: { response: ClientResponse }): JSX.Element {
  const found = useQuery(formQuery(questionnaire));
  return (
    <Asked query={found} isOffline={isOffline}>
      {({ items }) => (
        <dl class="client-answers">
          {questionsIn(items)
            .filter(({ link_id }) => answers[link_id] != null)
            .map((item) => (
              <div key={item.link_id}>
                <dt>{item.text}</dt>
                <dd>{answerWords(item, answers[item.link_id], t.common.yes, t.common.no)}</dd>
              </div>
            ))}
        </dl>
      )}
    </Asked>
  );
}
