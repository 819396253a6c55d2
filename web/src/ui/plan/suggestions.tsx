/** What is known already and could go into a step: each with where it comes from, each one tap away. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { longDay } from '../../lib/dates';
import { clockOfMinute, minuteOfField } from '../../lib/minutes';
import { isWritten, MOST_ROWS, openRow, type Part, type Row } from '../../lib/plan-steps';
import { language, t } from '../../lib/strings';
import { Button } from '../button';

export interface Offered {
  value: unknown;
  origin: string;
}

/** So many at first; a timetable can offer dozens. */
const SHOWN = 6;

interface SuggestionsProps {
  part: Part;
  offered: readonly Offered[];
  onAdd: (rows: Row[]) => void;
}

export function Suggestions({ part, offered, onAdd }: SuggestionsProps): JSX.Element | null {
  const [all, setAll] = useState(false);
  const rows = part.rows.filter(isWritten);
  const taken = new Set(rows.map(textOf));
  const open = offered.map(({ value, origin }) => ({ row: inWords(openRow(part.shape, value)), origin })).filter(({ row }) => !taken.has(textOf(row)));
  const shown = all ? open : open.slice(0, SHOWN);
  if (open.length === 0 || rows.length >= MOST_ROWS) return null;
  return (
    <div class="stack-small">
      <p class="soft strong">{t.plan.suggested}</p>
      <p class="soft small">{t.plan.suggestedLead}</p>
      <ul class="stack-small">
        {shown.map(({ row, origin }) => (
          <li key={textOf(row)} class="row row-apart">
            <span class="plan-person-words">
              <span>{textOf(row)}</span>
              <span class="soft small">{t.plan.origins[origin] ?? origin}</span>
            </span>
            <Button look="secondary" icon="plus" label={t.plan.suggestedAdd(textOf(row))} onClick={() => onAdd([...rows, row])}>
              {t.plan.add}
            </Button>
          </li>
        ))}
      </ul>
      {shown.length < open.length && (
        <div>
          <Button look="quiet" onClick={() => setAll(true)}>
            {t.plan.suggestedMore(open.length - shown.length)}
          </Button>
        </div>
      )}
    </div>
  );
}

const MOMENT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/;

/** A time of the timetable as a person would write it: “Tuesday, December 1, 2:00 PM”. */
function inWords(row: Row): Row {
  const [, day, time] = MOMENT.exec(row['when'] ?? '') ?? [];
  const minute = minuteOfField(time ?? '');
  if (day === undefined || minute === undefined) return row;
  return { ...row, when: `${longDay(day, language)}, ${clockOfMinute(minute, language)}` };
}

const textOf = (row: Row): string => Object.values(row).filter(Boolean).join(', ');
