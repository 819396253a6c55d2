/** What I practised: when, before and after, my words, and whether the team may read them. */
import './skills.css';
import './library.css';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { PRACTISED, skillsQuery } from '../../api/queries';
import { mineQuery, practicesQuery, setShared, type PracticeDone } from '../../api/skills';
import { answered } from '../../lib/answers';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { easingWords } from '../../lib/easing';
import { language, t } from '../../lib/strings';
import { useOutbox } from '../../offline/device';
import { useSkill } from '../../offline/library';
import { AnswerList } from '../../ui/answer-list';
import { BackLink } from '../../ui/back-link';
import { ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Loading } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { Switch } from '../../ui/switch';

export function HistoryScreen(): JSX.Element {
  const waiting = useOutbox().work.filter(({ kind }) => kind === 'practice').length;
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/skills">{t.skills.title}</BackLink>
        <h1>{t.skills.history}</h1>
        <p class="lead">{t.skills.historyLead}</p>
      </header>
      {waiting > 0 && (
        <Notice tone="warm" icon="phone">
          <p>{t.skills.historyWaiting(waiting)}</p>
        </Notice>
      )}
      <ByNeed />
      <Practices />
    </div>
  );
}

function ByNeed(): JSX.Element | null {
  const rows = useQuery(mineQuery).data?.by_need ?? [];
  if (rows.length === 0) return null;
  return (
    <section class="card stack-small" aria-labelledby="by-need">
      <h2 id="by-need">{t.skills.byNeedTitle}</h2>
      <dl class="facts">
        {rows.map(({ need, tried, mean_change }) => (
          <div key={need} class="facts-row">
            <dt>{t.skills.needs[need]}</dt>
            <dd>{t.skills.byNeedOne(tried, easingWords(mean_change))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Practices(): JSX.Element {
  const practices = useQuery(practicesQuery);
  if (practices.isPending) return <Loading lines={4} />;
  if (!practices.data) return <Failure offline={isOffline(practices.error)} offlineBody={t.skills.historyOffline} onRetry={() => void practices.refetch()} />;
  if (practices.data.length === 0) {
    return <Message level={2} title={t.skills.historyNone} body={t.skills.historyNoneBody} action={{ label: t.skills.backToSkills, to: '/skills' }} />;
  }
  return (
    <ul class="stack-small">
      {practices.data.map((practice) => (
        <PracticeRow key={practice.id} practice={practice} />
      ))}
    </ul>
  );
}

function PracticeRow({ practice }: { practice: PracticeDone }): JSX.Element {
  const { skill, skill_title, started_at, shared_with_team, need } = practice;
  // In the language of now, when the library has it; else as it was called when it was practised.
  const title = useQuery(skillsQuery()).data?.find(({ slug }) => slug === skill)?.title ?? skill_title;
  const facts = [shortMoment(started_at, deviceTimezone(), language), need && t.skills.needs[need]].filter(Boolean).join(' · ');
  const [open, setOpen] = useState(false);
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h2>{title}</h2>
        {shared_with_team && (
          <Chip tone="calm" icon="people">
            {t.skills.sharedChip}
          </Chip>
        )}
      </div>
      <p class="soft small">{facts}</p>
      <Effect practice={practice} />
      <div class="practice-moves">
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t.skills.myWords}</summary>
          {open && <Words practice={practice} />}
        </details>
        <ButtonLink to={`/skills/${skill}`} look="quiet" label={`${t.skills.again}: ${title}`}>
          {t.skills.again}
        </ButtonLink>
      </div>
    </li>
  );
}

function Effect({ practice: { before, after, helpful } }: { practice: PracticeDone }): JSX.Element {
  return (
    <div class="row">
      {before !== null && <p>{after === null ? t.skills.beforeOnly(before) : t.skills.beforeAfter(before, after)}</p>}
      {helpful !== null && <Chip>{helpful ? t.skills.wasHelpful : t.skills.wasNotHelpful}</Chip>}
    </div>
  );
}

function Words({ practice }: { practice: PracticeDone }): JSX.Element {
  const { skill } = useSkill(practice.skill);
  const answers = answered(skill, practice.answers);
  return (
    <div class="stack-small">
      {answers.length > 0 ? <AnswerList answers={answers} /> : <p class="soft">{t.skills.noWords}</p>}
      {answers.length > 0 && <Sharing practice={practice} />}
    </div>
  );
}

function Sharing({ practice: { id, shared_with_team: shared } }: { practice: PracticeDone }): JSX.Element {
  const queries = useQueryClient();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const change = async (on: boolean): Promise<void> => {
    setState('busy');
    try {
      await setShared(id, on);
      await queries.invalidateQueries({ queryKey: PRACTISED });
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Switch label={t.skills.share} on={shared} busy={state === 'busy'} meaning={shared ? t.skills.shareOn : t.skills.shareOff} onChange={(on) => void change(on)} />
      {state === 'failed' && (
        <Notice tone="warm" urgent>
          <p>{t.skills.shareFailed}</p>
        </Notice>
      )}
    </>
  );
}
