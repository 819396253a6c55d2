/** One skill to try today, and why this one. Also brings the library onto the device. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { skillsQuery } from '../../api/queries';
import { todaySkillQuery } from '../../api/skills';
import type { SkillSummary } from '../../api/types';
import { t } from '../../lib/strings';
import { useLibraryOnDevice } from '../../offline/bringing';
import { useKeptQuery } from '../../offline/use-kept-query';
import { RowLink } from '../../ui/row-link';

export interface Suggested {
  slug: string;
  title: string;
  minutes: number;
  because: string;
}

/** What the server suggests, or said last; with neither, something short from the library. */
export function useSuggestion(today: string): Suggested | undefined {
  useLibraryOnDevice();
  const skills = useQuery(skillsQuery());
  const { data, loaded } = useKeptQuery('today-skill', todaySkillQuery);
  if (!loaded) return undefined;
  if (data?.skill) return { ...data.skill, because: data.because };
  const skill = pick(skills.data ?? [], today);
  return skill && { ...skill, because: t.today.skillWhy };
}

export function SkillCard({ suggested: { slug, title, minutes, because } }: { suggested: Suggested }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="skill-card">
      <h2 id="skill-card">{t.today.skillTitle}</h2>
      <RowLink to={`/skills/${slug}`} icon="leaf" title={title}>
        {t.today.minutes(minutes)} · {because}
      </RowLink>
    </section>
  );
}

const SHORT = 5;

/** A different short one each day, the same all day. */
export function pick(skills: readonly SkillSummary[], today: string): SkillSummary | undefined {
  const short = skills.filter(({ minutes, assigned_only }) => minutes <= SHORT && !assigned_only);
  return short[Number(today.replace(/-/g, '')) % short.length];
}
