/** What the person answered before: each questionnaire with its words, its total and the answers. */
import './questionnaires.css';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { formQuery, ownResponsesQuery, type OwnResponse } from '../../api/questionnaires';
import { fullDate } from '../../lib/dates';
import { answerWords, questionsIn } from '../../lib/questionnaire';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Pages } from '../../ui/pages';

export function AnsweredScreen(): JSX.Element {
  const found = useInfiniteQuery(ownResponsesQuery);
  const words = t.questionnaires.before;
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/progress">{words.back}</BackLink>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <Pages query={found} isOffline={isOffline} more={words.more} empty={<p class="soft">{words.none}</p>}>
        {(responses) => (
          <ul class="stack-small">
            {responses.map((response) => (
              <Row key={response.id} response={response} />
            ))}
          </ul>
        )}
      </Pages>
    </div>
  );
}

function Row({ response }: { response: OwnResponse }): JSX.Element {
  const [open, setOpen] = useState(false);
  const { title, answered_on, score } = response;
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h2 class="answered-title">{title}</h2>
        <span class="soft">{fullDate(answered_on, language)}</span>
      </div>
      {score?.total != null && (
        <p>
          {t.questionnaires.before.total(score.total, score.highest)}
          {score.words !== '' && ` · ${score.words}`}
        </p>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t.questionnaires.before.answers}</summary>
        {open && <Answers response={response} />}
      </details>
    </li>
  );
}

function Answers({ response: { questionnaire, answers } }: { response: OwnResponse }): JSX.Element {
  const found = useQuery(formQuery(questionnaire));
  return (
    <Asked query={found} isOffline={isOffline}>
      {({ items }) => (
        <dl class="answered">
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
