/** Who follows a track or a series by name, since when, and from which day they leave it. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { PROGRAM, type Member } from '../../api/program';
import { useSending } from '../../api/use-sending';
import { fullDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { DayForm } from './day-form';

interface MemberListProps {
  members: readonly Member[];
  today: string;
  none: string;
  leave: (member: string, on: string) => Promise<void>;
}

export function MemberList({ members, today, none, leave }: MemberListProps): JSX.Element {
  if (members.length === 0) return <p class="soft">{none}</p>;
  return (
    <ul class="program-rows">
      {members.map((member) => (
        <OneMember key={member.id} member={member} today={today} leave={leave} />
      ))}
    </ul>
  );
}

function OneMember({ member: { id, name, active_from: from, active_until: until }, today, leave }: Omit<MemberListProps, 'members' | 'none'> & { member: Member }): JSX.Element {
  const [leaving, setLeaving] = useState(false);
  const sending = useSending((on: string) => leave(id, on), [PROGRAM], () => setLeaving(false));
  const words = t.program.series;
  return (
    <li class="stack-small">
      <div class="row row-apart">
        <p>
          <span class="strong">{name}</span>{' '}
          <span class="soft small">{[words.since(fullDate(from, language)), until !== null && words.untilDay(fullDate(until, language))].filter(Boolean).join(', ')}</span>
        </p>
        {until === null && !leaving && (
          <Button look="quiet" onClick={() => setLeaving(true)}>
            {words.leave(name)}
          </Button>
        )}
      </div>
      {leaving && <DayForm label={words.leaveOn} first={today} save={words.leaveSave} sending={sending} onClose={() => setLeaving(false)} />}
    </li>
  );
}
