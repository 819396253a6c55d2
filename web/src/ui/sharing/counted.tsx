/** Counts of days that are over, and what the client put there. A low count is no reproach. */
import type { JSX } from 'preact';

import { longDate, shortDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Chip } from '../chip';
import type { SharedCardShown } from './card';
import { NothingYet, Part, type Level } from './part';

interface Of<K extends keyof SharedCardShown> {
  shown: SharedCardShown[K];
  level: Level;
}

export function Attendance({ shown, level }: Of<'attendance'>): JSX.Element | null {
  if (!shown) return null;
  return (
    <Part title={t.sharedCard.attendance} icon="people" level={level}>
      <ul class="shared-list">
        {shown.weeks.map(({ from, to, attended, missed }) => (
          <li key={from}>
            <span class="soft">{t.sharedCard.week(shortDate(from, language), shortDate(to, language))}</span>
            <span>{attended + missed === 0 ? t.sharedCard.noSessions : t.sharedCard.attended(attended) + t.sharedCard.missed(missed)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function CheckIns({ shown, level }: Of<'streak'>): JSX.Element | null {
  if (!shown) return null;
  return (
    <Part title={t.sharedCard.checkIns} icon="check" level={level} days={shown}>
      <p>{t.sharedCard.recent(shown.recent)}</p>
      <p class="soft">{t.sharedCard.inAll(shown.in_all)}</p>
    </Part>
  );
}

export function Skills({ shown, level }: Of<'skills_practised'>): JSX.Element | null {
  if (!shown) return null;
  return (
    <Part title={t.sharedCard.skills} icon="skills" level={level} days={shown}>
      {shown.skills.length === 0 && <NothingYet />}
      <ul class="shared-list">
        {shown.skills.map(({ title, times }) => (
          <li key={title}>
            <span>{title}</span>
            <span class="soft">{t.sharedCard.times(times)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function Goals({ shown, level }: Of<'goals_milestones'>): JSX.Element | null {
  if (!shown) return null;
  return (
    <Part title={t.sharedCard.goals} icon="flag" level={level}>
      {shown.length === 0 && <NothingYet />}
      <ul class="shared-list">
        {shown.map(({ title, reached }) => (
          <li key={title}>
            <span>{title}</span>
            <Chip tone={reached ? 'calm' : 'plain'}>{reached ? t.sharedCard.reached : t.sharedCard.underWay}</Chip>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function Milestones({ shown, level }: Of<'sobriety_milestone'>): JSX.Element | null {
  if (!shown) return null;
  return (
    <Part title={t.sharedCard.milestones} icon="star" level={level}>
      {shown.length === 0 && <NothingYet />}
      {shown.map(({ words, text, shared_on: on }, at) => (
        <blockquote key={`${on}-${at}`} class="shared-said">
          {words && <p class="strong">{words}</p>}
          {text && <p class="shared-own-words">{text}</p>}
          <p class="soft small">{longDate(on, language)}</p>
        </blockquote>
      ))}
    </Part>
  );
}
