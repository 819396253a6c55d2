/** Plays one skill: before, step by step, after. Leaving is always one tap, and keeps the place. */
import './skills.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline, isProblem } from '../../api/problem';
import { skillQuery } from '../../api/queries';
import type { Skill } from '../../api/types';
import { Link } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { Icon } from '../../ui/icon';
import { LoadingScreen } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { Aftermath } from './aftermath';
import { Done } from './done';
import { Intro } from './intro';
import { StepView } from './step-view';
import { usePractice } from './use-practice';

export function PlayerScreen({ slug = '' }: { slug?: string }): JSX.Element {
  const skill = useQuery(skillQuery(slug));
  if (skill.data) return <Player key={slug} skill={skill.data} />;
  if (skill.isPending) return <LoadingScreen />;
  const missing = isProblem(skill.error) && skill.error.status === 404;
  if (missing) return <Message title={t.skills.missing} action={{ label: t.skills.backToSkills, to: '/skills' }} />;
  const offline = isOffline(skill.error);
  return (
    <div class="page">
      <Failure offline={offline} offlineBody={t.skills.offline} onRetry={() => void skill.refetch()} />
    </div>
  );
}

function Player({ skill }: { skill: Skill }): JSX.Element {
  const practice = usePractice(skill);
  if (!practice.loaded) return <LoadingScreen />;
  if (practice.stage === 'done') return <Done practice={practice} />;
  return (
    <section class="page player">
      <header class="player-top">
        <p class="player-name">{practice.stage === 'intro' ? t.skills.title : skill.title}</p>
        <Link to="/skills" class="player-exit">
          <Icon name="close" />
          {t.skills.exit}
        </Link>
      </header>
      {practice.stage === 'intro' && <Intro skill={skill} practice={practice} />}
      {practice.stage === 'step' && <StepView skill={skill} practice={practice} />}
      {practice.stage === 'after' && <Aftermath skill={skill} practice={practice} />}
    </section>
  );
}
