/** What somebody wrote in an exercise, to read: any of the forms that an answer may have. */
import './answer-list.css';

import type { JSX } from 'preact';

import type { Answered } from '../lib/answers';
import { t } from '../lib/strings';

export function AnswerList({ answers }: { answers: readonly Answered[] }): JSX.Element {
  return (
    <dl class="answers">
      {answers.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { value: unknown }): JSX.Element {
  if (Array.isArray(value)) {
    return (
      <ul class="answers-rows">
        {(value as unknown[]).map((row, at) => (
          // Rows have no identity but their place.
          <li key={at}>{typeof row === 'object' && row !== null ? <Row row={row} /> : String(row)}</li>
        ))}
      </ul>
    );
  }
  if (typeof value === 'object' && value !== null) return <Parts parts={value} />;
  return <p class="answers-words">{String(value)}</p>;
}

/** A rung of a ladder with its number, or a link of a chain with its kind. */
function Row({ row }: { row: { text?: string; rating?: number | null; kind?: string } }): JSX.Element {
  const kinds: Record<string, string> = t.skills.chain.kinds;
  return (
    <>
      {row.kind !== undefined && <span class="soft">{kinds[row.kind] ?? row.kind}: </span>}
      {row.text}
      {row.rating != null && <span class="answers-rating">{row.rating}</span>}
    </>
  );
}

/** The two sides of evidence, or the parts of a plan. */
function Parts({ parts }: { parts: object }): JSX.Element {
  const names: Record<string, string> = { ...t.skills.evidence, ...t.skills.plan };
  const filled = Object.entries(parts as Record<string, unknown>).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0));
  return (
    <dl class="answers answers-inner">
      {filled.map(([name, value]) => (
        <div key={name}>
          <dt>{names[name] ?? name}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
