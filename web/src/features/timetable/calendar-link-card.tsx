/** A secret address for the calendar app on one's phone: made, shown once, and stopped at any time. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { calendarQuery, makeCalendarLink, stopCalendarLink } from '../../api/timetable';
import { sentenceOf } from '../../api/trouble';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Switch } from '../../ui/switch';
import { NewLink } from './new-link';

export function CalendarLinkCard(): JSX.Element {
  const calendar = useQuery(calendarQuery);
  return (
    <section class="card stack-small" aria-labelledby="calendar-link">
      <h2 id="calendar-link">{t.timetable.feed.title}</h2>
      <p>{t.timetable.feed.lead}</p>
      <Asked query={calendar} isOffline={isOffline} lines={1}>
        {({ active, made_at: madeAt, shows_place: showsPlace }) => <Link madeAt={active ? madeAt : null} showsPlace={showsPlace} />}
      </Asked>
    </section>
  );
}

interface LinkProps {
  /** Null while there is none. */
  madeAt: string | null;
  showsPlace: boolean;
}

function Link({ madeAt, showsPlace }: LinkProps): JSX.Element {
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: makeCalendarLink,
    onSuccess: () => queries.invalidateQueries({ queryKey: calendarQuery.queryKey }),
  });
  return (
    <div class="stack-small">
      {making.data ? <NewLink address={making.data.address} /> : <MakeLink madeAt={madeAt} showsPlace={showsPlace} busy={making.isPending} onMake={(place) => making.mutate(place)} />}
      {making.isError && (
        <Notice tone="warm" urgent>
          {sentenceOf(making.error)}
        </Notice>
      )}
      {madeAt !== null && <StopLink onStopped={() => making.reset()} />}
    </div>
  );
}

function MakeLink({ madeAt, showsPlace, busy, onMake }: LinkProps & { busy: boolean; onMake: (place: boolean) => void }): JSX.Element {
  const [place, setPlace] = useState(showsPlace);
  const { feed } = t.timetable;
  return (
    <>
      {madeAt !== null && (
        <p>
          {feed.active(dayOf(madeAt))} {feed.againAbout}
        </p>
      )}
      <Switch label={feed.place} on={place} meaning={place ? feed.placeOn : feed.placeOff} onChange={setPlace} />
      <div>
        <Button look="secondary" icon="calendar" busy={busy} onClick={() => onMake(place)}>
          {madeAt === null ? feed.make : feed.again}
        </Button>
      </div>
    </>
  );
}

/** Two taps: one to ask, one to stop. */
function StopLink({ onStopped }: { onStopped: () => void }): JSX.Element {
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const stopping = useMutation({
    mutationFn: stopCalendarLink,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: calendarQuery.queryKey });
      onStopped();
    },
  });
  const { feed } = t.timetable;
  if (!asked) {
    return (
      <div>
        <Button look="quiet" onClick={() => setAsked(true)}>
          {feed.stop}
        </Button>
      </div>
    );
  }
  return (
    <div class="stack-small" role="group" aria-label={feed.stopAsk}>
      <p>{stopping.error ? sentenceOf(stopping.error) : feed.stopAsk}</p>
      <div class="row">
        <Button busy={stopping.isPending} onClick={() => stopping.mutate()}>
          {feed.stopYes}
        </Button>
        <Button look="quiet" onClick={() => setAsked(false)}>
          {t.common.cancel}
        </Button>
      </div>
    </div>
  );
}
