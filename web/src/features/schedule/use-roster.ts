/** One list of people under way: marking, undoing, saving it as a whole. */
import { useState } from 'preact/compat';

import { saveRoster, SCHEDULE, type Attendance, type AttendanceEntry, type Roster } from '../../api/schedule';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { begin, chosen, firstOpen, given, isChanged, marked, newest, openCount, restPresent, undone, type RosterStep } from './roster-draft';

export interface RosterWork {
  step: RosterStep;
  open: number;
  changed: boolean;
  /** What just happened, for those who listen. */
  said: string;
  choose: (at: number) => void;
  mark: (at: number, mark: Attendance) => void;
  rest: () => void;
  undo: (() => void) | undefined;
  save: () => void;
  saving: boolean;
  savedAt: Date | undefined;
  trouble: string | undefined;
}

export function useRoster({ session, entries }: Roster): RosterWork {
  const [steps, setSteps] = useState(() => begin(entries));
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState(false);
  const [savedAt, setSavedAt] = useState<Date>();
  const step = newest(steps);
  const open = openCount(entries, step);
  const saving = useSending((body: AttendanceEntry[]) => saveRoster(session.id, body), [SCHEDULE], () => {
    setSteps([{ marks: {}, at: step.at }]);
    setSavedAt(new Date());
    setAsked(false);
  });
  const save = (): void => {
    setAsked(true);
    if (open > 0) setSteps(chosen(steps, firstOpen(entries, step), entries.length));
    else if (!saving.isPending) saving.mutate(given(entries, step));
  };
  const undo = (): void => {
    setSteps(undone(steps));
    setSaid(t.schedule.undone);
  };
  return {
    step,
    open,
    changed: isChanged(entries, step),
    said,
    choose: (at) => setSteps(chosen(steps, at, entries.length)),
    mark: (at, mark) => {
      setSteps(marked(steps, entries, at, mark));
      setSaid(t.schedule.marked(entries[at]?.name ?? '', t.schedule.marks[mark]));
    },
    rest: () => setSteps(restPresent(steps, entries)),
    undo: steps.length > 1 ? undo : undefined,
    save,
    saving: saving.isPending,
    savedAt,
    trouble: troubleOf(asked && open > 0, saving.error),
  };
}

function troubleOf(incomplete: boolean, error: Error | null): string | undefined {
  if (incomplete) return t.schedule.needAll;
  return error ? sentenceOf(error) : undefined;
}
