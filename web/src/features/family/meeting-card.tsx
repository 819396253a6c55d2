/** One meeting: when and where, with whom, and whether I come. Nothing of what it is about. */
import type { JSX } from 'preact';

import { answerMeeting, MEETINGS, type FamilyMeeting, type MeetingAnswer } from '../../api/family';
import { isProblem } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { clockTime, localDay, longDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { zoneName } from '../../lib/zone-name';
import { ButtonOut } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Notice } from '../../ui/notice';

const ANSWERS: readonly MeetingAnswer[] = ['yes', 'maybe', 'no'];

export function MeetingCard({ meeting }: { meeting: FamilyMeeting }): JSX.Element {
  const { client_name: name, telehealth_url: video } = meeting;
  return (
    <li class="card stack-small">
      <WhenAndWhere {...meeting} />
      {video && (
        <div>
          <ButtonOut href={video} look="secondary" icon="play" label={`${t.family.join}, ${name}`}>
            {t.family.join}
          </ButtonOut>
        </div>
      )}
      <Answer meeting={meeting} />
    </li>
  );
}

function WhenAndWhere({ client_name: name, timezone: zone, starts_at: from, ends_at: to, place }: FamilyMeeting): JSX.Element {
  return (
    <div>
      <h2>{longDay(localDay(new Date(from), zone), language)}</h2>
      <p class="strong">
        {clockTime(from, zone, language)} – {clockTime(to, zone, language)}
      </p>
      <p>{t.family.meetingWith(name)}</p>
      <p class="soft small">
        {place && `${place} · `}
        {t.sharedCard.zone(zoneName(zone, language))}
      </p>
    </div>
  );
}

function Answer({ meeting }: { meeting: FamilyMeeting }): JSX.Element {
  const answer = useSending((given: MeetingAnswer) => answerMeeting(meeting.id, given), [MEETINGS]);
  const gone = isProblem(answer.error) && answer.error.status === 404;
  return (
    <>
      <p class="strong" aria-hidden="true">
        {t.family.meetingAnswer}
      </p>
      <Choices
        legend={t.family.meetingAnswer}
        compact="segments"
        value={answer.isPending ? answer.variables : meeting.answer || null}
        onChange={(given) => answer.mutate(given as MeetingAnswer)}
        choices={ANSWERS.map((value) => ({ value, label: t.family.answers[value] }))}
      />
      {answer.isSuccess && <p role="status">{t.family.answerKept}</p>}
      {answer.isError && (
        <Notice tone="warm" urgent>
          {gone ? t.family.answerGone : sentenceOf(answer.error)}
        </Notice>
      )}
    </>
  );
}
