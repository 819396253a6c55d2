/** One skill to try today, and why this one. Also brings the library onto the device. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useEffect } from 'preact/compat';

import { skillsQuery } from '../../api/queries';
import type { SkillSummary } from '../../api/types';
import { Link } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { bringLibrary } from '../../offline/library';
import { Icon } from '../../ui/icon';

const STRONG_URGE = 5;

export function SkillCard({ today, craving }: { today: string; craving: unknown }): JSX.Element | null {
  const skills = useQuery(skillsQuery);
  useLibraryOnDevice();
  const strong = typeof craving === 'number' && craving >= STRONG_URGE;
  const skill = suggest(skills.data ?? [], today, strong);
  if (!skill) return null;
  const forUrge = strong && skill.needs.includes('craving');
  return (
    <section class="stack-small" aria-labelledby="skill-card">
      <h2 id="skill-card">{t.today.skillTitle}</h2>
      <Link to={`/skills/${skill.slug}`} class="card skill-row">
        <span class="round-icon">
          <Icon name="leaf" />
        </span>
        <span class="skill-row-words">
          <span class="skill-row-title">{skill.title}</span>
          <span class="soft small">
            {t.today.minutes(skill.minutes)} · {forUrge ? t.today.skillCraving : t.today.skillWhy}
          </span>
        </span>
        <Icon name="next" />
      </Link>
    </section>
  );
}

/** A skill for strong urges when one was told; else a different one each day, the same all day. */
export function suggest(skills: readonly SkillSummary[], today: string, strongUrge: boolean): SkillSummary | undefined {
  const fitting = strongUrge ? skills.filter(({ needs }) => needs.includes('craving')) : skills;
  const from = fitting.length > 0 ? fitting : skills;
  return from[Number(today.replace(/-/g, '')) % from.length];
}

/** Quietly, once a visit; with no line there is nothing to bring. */
function useLibraryOnDevice(): void {
  const queries = useQueryClient();
  useEffect(() => {
    void bringLibrary(queries).catch(() => undefined);
  }, [queries]);
}
