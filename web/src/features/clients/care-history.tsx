/** What changed on a record, by whom and when, and what stood there before. */
import type { JSX } from 'preact';

import type { CareChange } from '../../api/client-medications';
import { deviceTimezone, fullDate, shortMoment } from '../../lib/dates';
import { weekdayName } from '../../lib/medication-times';
import { clockOfMinute } from '../../lib/minutes';
import { formatList } from '../../lib/intl';
import { language, t } from '../../lib/strings';

export function CareHistory({ changes }: { changes: readonly CareChange[] }): JSX.Element {
  const words = t.record.changes;
  if (changes.length === 0) return <p class="soft">{words.none}</p>;
  return (
    <ul class="record-rows">
      {changes.map(({ id, what, made_by: by, made_at: at, before }) => (
        <li key={id}>
          <p>{words.line(words.what[what], by.name, shortMoment(at, deviceTimezone(), language))}</p>
          {Object.entries(before).map(
            ([field, value]) =>
              words.fields[field] !== undefined && (
                <p key={field} class="soft small">
                  {words.before(words.fields[field], valueWords(field, value))}
                </p>
              ),
          )}
        </li>
      ))}
    </ul>
  );
}

/** A former value as a person would say it. */
export function valueWords(field: string, value: unknown): string {
  if (Array.isArray(value)) return listWords(field, value);
  if (value === null || value === '') return t.record.changes.empty;
  if (typeof value === 'boolean') return value ? t.common.yes : t.common.no;
  return typeof value === 'string' ? dayOrText(value) : JSON.stringify(value);
}

const dayOrText = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? fullDate(text, language) : text);

function listWords(field: string, values: readonly unknown[]): string {
  const nameOf = field === 'times' ? clockOfMinute : weekdayName;
  const names = values.filter((value) => typeof value === 'number').map((value) => nameOf(value, language));
  return names.length === 0 ? t.record.changes.empty : formatList(names, language);
}
