/** The skills, by what a person needs right now. */
import './skills.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { skillsQuery } from '../../api/queries';
import type { SkillSummary } from '../../api/types';
import { Link } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { Choices } from '../../ui/choices';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';

const ALL = 'all';
type Need = SkillSummary['needs'][number];

export function LibraryScreen(): JSX.Element {
  return (
    <div class="page stack">
      <header class="stack-small">
        <h1>{t.skills.title}</h1>
        <p class="lead">{t.skills.lead}</p>
      </header>
      <Contents />
    </div>
  );
}

function Contents(): JSX.Element {
  const skills = useQuery(skillsQuery);
  if (skills.data) return skills.data.length > 0 ? <Library skills={skills.data} /> : <Message level={2} title={t.skills.empty} />;
  if (skills.isPending) return <Loading lines={4} />;
  return <Failure offline={isOffline(skills.error)} offlineBody={t.skills.offline} onRetry={() => void skills.refetch()} />;
}

function Library({ skills }: { skills: readonly SkillSummary[] }): JSX.Element {
  const [need, setNeed] = useState<Need | typeof ALL>(ALL);
  const served = new Set<string>(skills.flatMap((skill) => skill.needs));
  const needs = (Object.keys(t.skills.needs) as Need[]).filter((key) => served.has(key));
  const shown = need === ALL ? skills : skills.filter((skill) => skill.needs.includes(need));
  return (
    <>
      {needs.length > 1 && (
        <div class="stack-small">
          <h2>{t.skills.filter}</h2>
          <Choices
            compact="pills"
            legend={t.skills.filter}
            choices={[{ value: ALL, label: t.skills.all }, ...needs.map((value) => ({ value, label: t.skills.needs[value] }))]}
            value={need}
            onChange={(value) => setNeed(value as Need | typeof ALL)}
          />
        </div>
      )}
      <ul class="skill-grid">
        {shown.map((skill) => (
          <SkillTile key={skill.slug} skill={skill} />
        ))}
      </ul>
    </>
  );
}

function SkillTile({ skill }: { skill: SkillSummary }): JSX.Element {
  return (
    <li>
      <Link to={`/skills/${skill.slug}`} class="card skill-tile">
        <span class="skill-tile-title">{skill.title}</span>
        <span class="soft">{skill.summary}</span>
        <span class="skill-tile-facts soft small">
          <Icon name="clock" />
          {t.skills.minutes(skill.minutes)} · {t.skills.kinds[skill.kind]}
        </span>
      </Link>
    </li>
  );
}
