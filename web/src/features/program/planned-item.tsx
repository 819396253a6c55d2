/** One session of the week: what and where, and opened: moving, cancelling, who is expected. */
import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import type { PlannedSession, Program } from '../../api/program';
import { clockTime, shortMoment } from '../../lib/dates';
import { language, lazyWithWords, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Loading } from '../../ui/loading';

// What a press opens comes after the week itself.
const PlannedChanges = lazyWithWords(['program'], () => import('./planned-changes').then((m) => m.PlannedChanges));

interface PlannedItemProps {
  program: Program;
  session: PlannedSession;
}

export function PlannedItem({ program, session }: PlannedItemProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const { title, starts_at: begins, ends_at: ends, cancelled } = session;
  const zone = program.timezone;
  const words = t.program.week;
  const ahead = new Date(begins) > new Date();
  return (
    <li class={cancelled ? 'card planned planned-off' : 'card planned'}>
      <p class="planned-time">{`${clockTime(begins, zone, language)} – ${clockTime(ends, zone, language)}`}</p>
      <h3>{title}</h3>
      <Facts session={session} />
      {!cancelled && ahead && (
        <div>
          <Button look="quiet" expanded={open} label={(open ? words.closeOf : words.openOf)(title, shortMoment(begins, zone, language))} onClick={() => setOpen(!open)}>
            {open ? words.close : words.open}
          </Button>
        </div>
      )}
      <Suspense fallback={<Loading />}>{open && !cancelled && <PlannedChanges program={program} session={session} onDone={() => setOpen(false)} />}</Suspense>
    </li>
  );
}

function Facts({ session: { kind, room_name: room, telehealth_url: link, cancelled, moved, cancel_reason: why, capacity, participants } }: { session: PlannedSession }): JSX.Element {
  const words = t.program.week;
  const place = link === '' ? room : t.program.series.places.link;
  return (
    <>
      <p class="soft small">{[t.program.kinds[kind], place, words.people(participants.length, capacity)].filter(Boolean).join(' · ')}</p>
      {(cancelled || moved) && (
        <div>
          <Chip>{cancelled ? `${words.cancelled}: ${words.why[why]}` : words.moved}</Chip>
        </div>
      )}
    </>
  );
}
