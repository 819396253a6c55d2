/** Plays one skill: before, step by step, after. Leaving is always one tap, and keeps the place. */
import './skills.css';

import type { JSX } from 'preact';

import { isOffline, isProblem } from '../../api/problem';
import type { Skill } from '../../api/types';
import { t } from '../../lib/strings';
import { useSkill } from '../../offline/library';
import { LoadingScreen } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { Player } from './player';
import { usePractice } from './use-practice';

export function PlayerScreen({ slug = '' }: { slug?: string }): JSX.Element {
  const { skill, isPending, error, refetch } = useSkill(slug);
  if (skill) return <OwnPlayer key={slug} skill={skill} />;
  if (isPending) return <LoadingScreen />;
  const missing = isProblem(error) && error.status === 404;
  if (missing) return <Message title={t.skills.missing} action={{ label: t.skills.backToSkills, to: '/skills' }} />;
  return (
    <div class="page">
      <Failure offline={isOffline(error)} offlineBody={t.skills.offline} onRetry={refetch} />
    </div>
  );
}

function OwnPlayer({ skill }: { skill: Skill }): JSX.Element {
  const practice = usePractice(skill);
  return practice.loaded ? <Player skill={skill} practice={practice} /> : <LoadingScreen />;
}
