/** Who is asked to which session of mine. My care team asks them; I can take it back. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { askedToMeetingsQuery, takeBackMeeting, type AskedToMeeting } from '../../api/between';
import { isOffline } from '../../api/problem';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Chip } from '../../ui/chip';
import { Pages } from '../../ui/pages';
import { TakeBack } from './take-back';

export function Meetings(): JSX.Element {
  const query = useInfiniteQuery(askedToMeetingsQuery);
  return (
    <section class="stack-small" aria-labelledby="meetings">
      <h2 id="meetings">{t.between.meetings}</h2>
      <p class="soft">{t.between.meetingsLead}</p>
      <Pages query={query} isOffline={isOffline} more={t.between.more} empty={<p class="soft">{t.between.meetingsNone}</p>}>
        {(rows) => (
          <ul class="card between-rows">
            {rows.map((row) => (
              <Meeting key={row.id} row={row} />
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}

function Meeting({ row: { id, person, starts_at: starts, answer, state } }: { row: AskedToMeeting }): JSX.Element {
  const standing = state === 'standing';
  const line = t.between.callTo(person.name, shortMoment(starts, deviceTimezone(), language));
  return (
    <li>
      <div class="row row-apart">
        <p>{line}</p>
        <Chip tone={standing && answer === 'yes' ? 'calm' : 'plain'}>{standing ? (t.between.meetingAnswers[answer] ?? answer) : t.between.meetingOver}</Chip>
      </div>
      {standing && <TakeBack id={id} what={line} onTake={takeBackMeeting} />}
    </li>
  );
}
