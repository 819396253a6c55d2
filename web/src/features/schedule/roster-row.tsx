/** One person on the list, what they said beforehand, and what is said of them. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/compat';

import type { Attendance, RosterEntry } from '../../api/schedule';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Choices } from '../../ui/choices';

interface RosterRowProps {
  entry: RosterEntry;
  mark: Attendance | '';
  /** The keys mark this person. */
  isNext: boolean;
  readOnly: boolean;
  onMark: (mark: Attendance) => void;
}

export function RosterRow({ entry: { name, cannot_come: said }, mark, isNext, readOnly, onMark }: RosterRowProps): JSX.Element {
  const row = useInView(isNext);
  const active = isNext && !readOnly;
  const marks = optionsOf(t.schedule.marks);
  return (
    <li ref={row} class={active ? 'roster-row roster-next' : 'roster-row'} aria-current={active ? 'true' : undefined}>
      <div>
        <p class="strong">{name}</p>
        {said !== null && <p class="soft small">{t.schedule.said(t.schedule.reasons[said] ?? said)}</p>}
      </div>
      {readOnly ? <p>{mark && t.schedule.marks[mark]}</p> : <Choices compact="pills" legend={name} choices={marks} value={mark} onChange={(value) => onMark(value as Attendance)} />}
    </li>
  );
}

/** The keys may go faster than the page: whoever is next is brought into view. */
function useInView(isNext: boolean): { current: HTMLLIElement | null } {
  const rowRef = useRef<HTMLLIElement>(null);
  const seenRef = useRef(isNext);
  useEffect(() => {
    if (isNext && !seenRef.current) rowRef.current?.scrollIntoView({ block: 'nearest' });
    seenRef.current = isNext;
  }, [isNext]);
  return rowRef;
}
