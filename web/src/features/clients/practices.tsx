/** What the client practised: when, before and after, and their words where they shared them. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { clientPracticesQuery, type ClientPractice } from '../../api/client-skills';
import { isOffline } from '../../api/problem';
import { skillQuery } from '../../api/queries';
import { answered } from '../../lib/answers';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { AnswerList } from '../../ui/answer-list';
import { Asked } from '../../ui/asked';
import { Chip } from '../../ui/chip';

export function Practices({ client }: { client: string }): JSX.Element {
  const found = useQuery(clientPracticesQuery(client));
  return (
    <section class="stack-small" aria-labelledby="client-practices">
      <h2 id="client-practices">{t.clientSkills.practicesTitle}</h2>
      <p class="soft small">{t.clientSkills.practicesPrivate}</p>
      <Asked query={found} isOffline={isOffline} lines={4}>
        {(practices) => (
          <>
            {practices.length === 0 && <p class="soft">{t.clientSkills.practicesNone}</p>}
            <ul class="stack-small">
              {practices.map((practice) => (
                <PracticeRow key={practice.id} practice={practice} />
              ))}
            </ul>
          </>
        )}
      </Asked>
    </section>
  );
}

function PracticeRow({ practice }: { practice: ClientPractice }): JSX.Element {
  const { skill_title, started_at, need, assignment } = practice;
  const facts = [shortMoment(started_at, deviceTimezone(), language), need && t.skills.needs[need], assignment && t.clientSkills.viaAssignment];
  return (
    <li class="card practice stack-small">
      <h3>{skill_title}</h3>
      <p class="soft small">{facts.filter(Boolean).join(' · ')}</p>
      <PracticeFacts practice={practice} />
    </li>
  );
}

/** What it changed, whether it helped, and the shared words. */
export function PracticeFacts({ practice }: { practice: ClientPractice }): JSX.Element {
  const { before, after, helpful, shared_with_team: shared } = practice;
  const [open, setOpen] = useState(false);
  return (
    <>
      <div class="row">
        <p class="practice-rating">{ratingOf(before, after)}</p>
        {helpful !== null && <Chip tone={helpful ? 'calm' : 'plain'}>{helpful ? t.clientSkills.helpful : t.clientSkills.notHelpful}</Chip>}
      </div>
      {shared && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t.clientSkills.words}</summary>
          {open && <SharedWords practice={practice} />}
        </details>
      )}
    </>
  );
}

function ratingOf(before: number | null, after: number | null): string {
  if (before === null) return t.clientSkills.notRated;
  return after === null ? t.clientSkills.beforeOnly(before) : t.clientSkills.beforeAfter(before, after);
}

function SharedWords({ practice }: { practice: ClientPractice }): JSX.Element {
  const skill = useQuery(skillQuery(practice.skill)).data;
  const answers = answered(skill, practice.answers ?? {});
  return answers.length > 0 ? <AnswerList answers={answers} /> : <p class="soft">{t.clientSkills.noWords}</p>;
}
