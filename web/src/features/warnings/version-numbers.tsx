/** The numbers of a version: first those that differ from the shipped ones, then all of them on demand. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { shippedQuery } from '../../api/warnings';
import { isOffline } from '../../api/problem';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { differing, scalarsOf } from './numbers';

export function VersionNumbers({ parameters }: { parameters: unknown }): JSX.Element {
  const shipped = useQuery(shippedQuery);
  return (
    <section class="stack-small">
      <h2>{t.warnings.numbersTitle}</h2>
      <Asked query={shipped} isOffline={isOffline}>
        {({ parameters: before }) => <Numbers own={scalarsOf(parameters)} shipped={scalarsOf(before)} />}
      </Asked>
    </section>
  );
}

function Numbers({ own, shipped }: { own: Record<string, number>; shipped: Record<string, number> }): JSX.Element {
  const changed = differing(own, shipped);
  return (
    <>
      {changed.length === 0 ? <p>{t.warnings.allShipped}</p> : <List rows={changed.map((name) => [name, t.warnings.wasShipped(String(own[name]), String(shipped[name]))])} />}
      <details class="warnings-numbers">
        <summary>{t.warnings.everyNumber}</summary>
        <List rows={Object.entries(own).map(([name, value]) => [name, String(value)])} />
      </details>
    </>
  );
}

function List({ rows }: { rows: readonly (readonly [string, string])[] }): JSX.Element {
  return (
    <dl class="warnings-own">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{t.warnings.names[name] ?? name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
