/** Every point behind a warning: what was seen, what is usual, and how they add up. */
import '../../ui/figures.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { evidenceQuery, type Evidence } from '../../api/client-warnings';
import { isOffline } from '../../api/problem';
import { longDate } from '../../lib/dates';
import { formatNumber } from '../../lib/intl';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Chip } from '../../ui/chip';

const THOUSANDTHS = 1000;

/** Thousandths of a point, with a sign, to two places. */
export const pointsOf = (thousandths: number): string =>
  formatNumber(thousandths / THOUSANDTHS, language, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });

const limitOf = (thousandths: number): string => formatNumber(thousandths / THOUSANDTHS, language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export function EvidenceOf({ alert }: { alert: string }): JSX.Element {
  const found = useQuery(evidenceQuery(alert));
  return (
    <Asked query={found} isOffline={isOffline}>
      {(rows) =>
        rows.length === 0 ? (
          <p class="soft">{t.clientWarnings.evidenceNone}</p>
        ) : (
          <div class="stack">
            {rows.map((row) => (
              <OneDay key={row.id} row={row} />
            ))}
          </div>
        )
      }
    </Asked>
  );
}

function OneDay({ row: { on, points, rise, explanation } }: { row: Evidence }): JSX.Element {
  const words = t.clientWarnings;
  const { high, medium, watch } = explanation.limits;
  const day = longDate(on, language);
  return (
    <section class="stack-small" aria-label={words.evidenceOn(day)}>
      <div class="row row-apart">
        <h4>{words.evidenceOn(day)}</h4>
        {rise && <Chip tone="warm">{words.rise}</Chip>}
        {explanation.learning && <Chip>{words.learning}</Chip>}
      </div>
      <Parts name={words.evidenceOn(day)} explanation={explanation} points={points} />
      <ul class="soft small evidence-reasons">
        <li>{words.limits(limitOf(high), limitOf(medium), limitOf(watch))}</li>
        <li>{explanation.is_own_limit ? words.ownLimits : words.shippedLimits}</li>
        {explanation.learning && <li>{words.learningMeans}</li>}
        <li>{words.seen(explanation.days_seen, explanation.days_missed)}</li>
        {explanation.usual_from !== undefined && explanation.usual_until !== undefined && <li>{words.usualSpan(longDate(explanation.usual_from, language), longDate(explanation.usual_until, language))}</li>}
        <li>{words.version(explanation.version)}</li>
      </ul>
    </section>
  );
}

function Parts({ name, explanation, points }: { name: string; explanation: Evidence['explanation']; points: number }): JSX.Element {
  const { columns, total } = t.clientWarnings;
  return (
    <table class="figures evidence-table">
      <caption class="hidden-visually">{name}</caption>
      <thead>
        <tr>
          {[columns.what, columns.points].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {explanation.parts.map((part) => (
          <tr key={part.kind}>
            <th scope="row">{part.sentence}</th>
            <td>{pointsOf(part.points)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {total}
          </th>
          <td>{pointsOf(points)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
