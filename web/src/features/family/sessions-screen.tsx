/** Family sessions and planning meetings that somebody asked me to, and my answer to each. */
import './family.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { meetingsQuery } from '../../api/family';
import { isOffline } from '../../api/problem';
import { t } from '../../lib/strings';
import { Loading } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { PrivateNotice } from '../../ui/sharing/shared-card';
import { MeetingCard } from './meeting-card';

const LOOK_AGAIN_AFTER = 60_000;

type Meetings = Awaited<ReturnType<NonNullable<typeof meetingsQuery.queryFn>>>;

export function SessionsScreen(): JSX.Element {
  const asked = useQuery({ ...meetingsQuery, refetchOnWindowFocus: 'always', refetchInterval: LOOK_AGAIN_AFTER });
  return (
    <div class="page stack">
      <h1>{t.family.sessions}</h1>
      {asked.isPending && <Loading lines={4} />}
      {/* After a failed look the old list goes: what it hung on may have ended. */}
      {asked.isError && <Failure offline={isOffline(asked.error)} offlineBody={t.family.offlineBody} onRetry={() => void asked.refetch()} />}
      {asked.isSuccess && <List page={asked.data} />}
    </div>
  );
}

function List({ page: { words, meetings, scope, notice } }: { page: Meetings }): JSX.Element {
  return (
    <>
      {meetings.length > 0 ? <p class="lead">{words}</p> : <Message level={2} icon="calendar" title={t.family.noMeetings} body={t.family.noMeetingsBody} />}
      <ul class="stack">
        {meetings.map((meeting) => (
          <MeetingCard key={meeting.id} meeting={meeting} />
        ))}
      </ul>
      {scope.length > 0 && (
        <section class="stack-small" aria-labelledby="meetings-scope">
          <h2 id="meetings-scope">{t.family.scope}</h2>
          {scope.map(({ client_name: name, explanation }) => (
            <p key={name}>{explanation}</p>
          ))}
        </section>
      )}
      <div class="shared-notice-alone">
        <PrivateNotice text={notice.text} />
      </div>
    </>
  );
}
