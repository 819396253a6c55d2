/** How soon alerts are answered, and how many each clinician was told of. */
import type { JSX } from 'preact';

import type { Metrics } from '../../api/metrics';
import { t } from '../../lib/strings';
import { Chip } from '../../ui/chip';
import { howLong, number } from './sums';
import { Scroll } from './sums-table';

export function Times({ times }: Pick<Metrics, 'times'>): JSX.Element {
  const words = t.metrics;
  return (
    <section class="card stack-small" aria-labelledby="metrics-times">
      <h2 id="metrics-times">{words.times}</h2>
      <p class="soft">{words.timesLead}</p>
      {times.length === 0 ? (
        <p class="soft">{words.noAlerts}</p>
      ) : (
        <Scroll name={words.times}>
          <Heads heads={[words.tier, '', words.count, words.median, words.ninetieth]} />
          <tbody>
            {times.map(({ tier, until, n, median, ninetieth }) => (
              <tr key={`${tier} ${until}`}>
                <th scope="row">{words.tiers[tier]}</th>
                <td>{words.until[until]}</td>
                <td>{number(n)}</td>
                <td>{howLong(median)}</td>
                <td>{howLong(ninetieth)}</td>
              </tr>
            ))}
          </tbody>
        </Scroll>
      )}
    </section>
  );
}

export function Load({ load, budget }: Pick<Metrics, 'load' | 'budget'>): JSX.Element {
  const words = t.metrics;
  return (
    <section class="card stack-small" aria-labelledby="metrics-load">
      <h2 id="metrics-load">{words.load}</h2>
      <p class="soft">{words.loadLead(budget)}</p>
      {load.length === 0 ? (
        <p class="soft">{words.noAlerts}</p>
      ) : (
        <Scroll name={words.load}>
          <Heads heads={[words.clinician, words.count, words.perDay, words.most, words.against]} />
          <tbody>
            {load.map(({ clinician, alerts, per_working_day: perDay, most_a_day: most, over_budget: over }) => (
              <tr key={clinician.id}>
                <th scope="row">{clinician.name}</th>
                <td>{number(alerts)}</td>
                <td>{number(perDay)}</td>
                <td>{number(most)}</td>
                <td>
                  <Chip tone={over ? 'warm' : 'calm'}>{over ? words.over : words.within}</Chip>
                </td>
              </tr>
            ))}
          </tbody>
        </Scroll>
      )}
    </section>
  );
}

function Heads({ heads }: { heads: readonly string[] }): JSX.Element {
  return (
    <thead>
      <tr>
        {heads.map((head) =>
          head === '' ? (
            <td key="none" />
          ) : (
            <th key={head} scope="col">
              {head}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}
