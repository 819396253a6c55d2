/** One of my sessions: before it begins I can say that I cannot come; afterwards, whether I was there. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { takeBackCannotCome } from '../../api/timetable';
import { sentenceOf } from '../../api/trouble';
import type { Session } from '../../api/types';
import { clockTime } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { SessionItem } from '../../ui/session';
import { CannotCome } from './cannot-come';

export function OwnSession({ session, zone }: { session: Session; zone: string }): JSX.Element {
  const now = new Date();
  const ahead = new Date(session.ends_at) > now;
  return (
    <SessionItem session={session} zone={zone} ahead={ahead}>
      {session.attendance !== '' && <WasThere attendance={session.attendance} />}
      {session.attendance === '' && !session.cancelled && new Date(session.starts_at) > now && <Coming session={session} zone={zone} />}
    </SessionItem>
  );
}

function WasThere({ attendance }: { attendance: Exclude<Session['attendance'], ''> }): JSX.Element {
  return (
    <div class="row">
      <Chip tone={attendance === 'present' || attendance === 'late' ? 'calm' : 'plain'}>{t.timetable.attendance[attendance] ?? attendance}</Chip>
      {attendance === 'absent' && <p class="soft small">{t.timetable.missedBody}</p>}
    </div>
  );
}

function Coming({ session, zone }: { session: Session; zone: string }): JSX.Element {
  const [asking, setAsking] = useState(false);
  if (session.cannot_come !== null) return <NotComing session={session} />;
  if (asking) return <CannotCome session={session} onClose={() => setAsking(false)} />;
  return (
    <div>
      <Button look="quiet" label={t.timetable.cannotFor(session.title, clockTime(session.starts_at, zone, language))} onClick={() => setAsking(true)}>
        {t.timetable.cannot}
      </Button>
    </div>
  );
}

function NotComing({ session }: { session: Session }): JSX.Element {
  const queries = useQueryClient();
  const back = useMutation({
    mutationFn: () => takeBackCannotCome(session.id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <div class="stack-small" role="status">
      <div class="row">
        <Chip icon="check">{t.timetable.cannotChip}</Chip>
        <span class="soft small">{t.timetable.reasons[session.cannot_come ?? '']}</span>
      </div>
      <p class="soft small">{t.timetable.cannotDone}</p>
      {back.isError && (
        <Notice tone="warm" urgent>
          {sentenceOf(back.error)}
        </Notice>
      )}
      <div>
        <Button look="quiet" busy={back.isPending} onClick={() => back.mutate()}>
          {t.timetable.canAfterAll}
        </Button>
      </div>
    </div>
  );
}
