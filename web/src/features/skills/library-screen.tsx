/** The skills: what the team asked for, what helped before, and all there is by need and topic. */
import './skills.css';
import './library.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { skillsQuery } from '../../api/queries';
import { t } from '../../lib/strings';
import { useLibraryOnDevice } from '../../offline/bringing';
import { ButtonLink } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { RowLink } from '../../ui/row-link';
import { Assigned } from './assigned';
import { Finder } from './finder';
import { TopFive } from './top-five';

export function LibraryScreen(): JSX.Element {
  useLibraryOnDevice();
  return (
    <div class="page page-middle stack library">
      <header class="stack-small">
        <h1>{t.skills.title}</h1>
        <p class="lead">{t.skills.lead}</p>
      </header>
      <RowLink to="/help-now" icon="lifebuoy" title={t.help.helpMeNow} strong>
        {t.help.helpMeNowBody}
      </RowLink>
      <Assigned />
      <TopFive />
      <Contents />
      <div>
        <ButtonLink to="/skills/my/practices" look="secondary" icon="clock">
          {t.skills.history}
        </ButtonLink>
      </div>
    </div>
  );
}

function Contents(): JSX.Element {
  const skills = useQuery(skillsQuery());
  if (skills.data) return skills.data.length > 0 ? <Finder skills={skills.data} /> : <Message level={2} title={t.skills.empty} />;
  if (skills.isPending) return <Loading lines={4} />;
  return <Failure offline={isOffline(skills.error)} offlineBody={t.skills.offline} onRetry={() => void skills.refetch()} />;
}
