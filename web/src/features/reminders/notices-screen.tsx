/** Notices: everything I was told, each with its way to what it is about. */
import './reminders.css';

import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { finishNotice, noticesQuery, openNotice, type Notice } from '../../api/reminders';
import { sentenceOf } from '../../api/trouble';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { Link } from '../../lib/navigation';
import { language, t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Message } from '../../ui/message';
import { Pages } from '../../ui/pages';
import { RowLink } from '../../ui/row-link';
import { placeOf } from './places';

export function NoticesScreen(): JSX.Element {
  const query = useInfiniteQuery(noticesQuery);
  const { title, lead, none, noneBody, more, history, settings } = t.reminders.notices;
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/me">{t.common.me}</BackLink>
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </header>
      <Pages query={query} isOffline={isOffline} more={more} empty={<Message level={2} icon="bell" title={none} body={noneBody} />}>
        {(notices) => (
          <ul class="notices">
            {notices.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} />
            ))}
          </ul>
        )}
      </Pages>
      <div class="card row-group">
        <RowLink to="/me/ledger" icon="clock" title={history} />
        <RowLink to="/me/reminders" icon="bell" title={settings} />
      </div>
    </div>
  );
}

function NoticeItem({ notice }: { notice: Notice }): JSX.Element {
  const queries = useQueryClient();
  const fresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['reminders'] });
  const opening = useMutation({ mutationFn: () => openNotice(notice.id), onSettled: fresh });
  const finishing = useMutation({ mutationFn: () => finishNotice(notice.id), onSettled: fresh });
  const { id, kind, state, due_at: due } = notice;
  return (
    <li class={state === 'unread' ? 'card notice-item notice-item-new' : 'card notice-item'}>
      <div class="notice-item-words">
        <Link to={placeOf(notice)} onFollow={() => state === 'unread' && opening.mutate()}>
          {t.reminders.notices.is[kind] ?? kind}
        </Link>
        <p class="soft small">{shortMoment(due, deviceTimezone(), language)}</p>
        {finishing.error && <p role="alert">{sentenceOf(finishing.error)}</p>}
      </div>
      {state === 'unread' && <Chip tone="calm">{t.reminders.notices.new}</Chip>}
      {state === 'done' ? (
        <Chip icon="check">{t.reminders.notices.done}</Chip>
      ) : (
        <Button look="quiet" icon="check" busy={finishing.isPending} label={`${t.reminders.notices.markDone}: ${t.reminders.notices.is[kind] ?? id}`} onClick={() => finishing.mutate()}>
          {t.reminders.notices.markDone}
        </Button>
      )}
    </li>
  );
}
