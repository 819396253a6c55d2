/** How people change in the program, week by week: numbers with their uncertainty, and none that is about few. */
import './outcomes.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import { outcomeProgramsQuery, outcomesFile, outcomesQuery, type Outcomes } from '../../api/outcomes';
import { isOffline } from '../../api/problem';
import { lazyWithWords, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { ButtonOut } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { Message } from '../../ui/message';
import { SelectField } from '../../ui/select-field';
import { OutcomeTable } from './outcome-table';

/** Drawing comes in a chunk of its own: the numbers do not wait for it. */
const OutcomeChart = lazyWithWords(['outcomes'], () => import('./outcome-chart').then((m) => m.OutcomeChart));

export function OutcomesScreen(): JSX.Element {
  const programs = useQuery(outcomeProgramsQuery);
  const [chosen, setChosen] = useState('');
  return (
    <div class="page page-wide stack">
      <header class="stack-small">
        <h1>{t.outcomes.title}</h1>
        <p class="lead">{t.outcomes.lead}</p>
      </header>
      <Asked query={programs} isOffline={isOffline}>
        {(known) => {
          const program = chosen || (known[0]?.id ?? '');
          if (program === '') return <Message level={2} icon="chart" title={t.outcomes.none} />;
          return (
            <>
              {known.length > 1 && <SelectField label={t.outcomes.program} options={known.map(({ id, name }) => ({ value: id, label: name }))} value={program} onChange={setChosen} />}
              <OneProgram key={program} program={program} />
            </>
          );
        }}
      </Asked>
    </div>
  );
}

function OneProgram({ program }: { program: string }): JSX.Element {
  const found = useQuery(outcomesQuery(program));
  return (
    <Asked query={found} isOffline={isOffline} lines={8}>
      {(outcomes) => <Measures outcomes={outcomes} program={program} />}
    </Asked>
  );
}

function Measures({ outcomes, program }: { outcomes: Outcomes; program: string }): JSX.Element {
  const { least, rule_version, measures } = outcomes;
  return (
    <>
      <p>{t.outcomes.least(least)}</p>
      <div class="no-print">
        <ButtonOut href={outcomesFile(program)} look="secondary" icon="chart">
          {t.outcomes.download}
        </ButtonOut>
      </div>
      {measures.map((measure) => (
        <section key={measure.key} class="card stack-small" aria-labelledby={`outcome-${measure.key}`}>
          <h2 id={`outcome-${measure.key}`}>{t.outcomes.measures[measure.key] ?? measure.key}</h2>
          {measure.weeks.some(({ cell }) => cell !== null) ? (
            <>
              <Suspense fallback={<Loading lines={4} />}>
                <OutcomeChart measure={measure} />
              </Suspense>
              <OutcomeTable measure={measure} least={least} />
            </>
          ) : (
            <p class="soft">{t.outcomes.withheldAll(least)}</p>
          )}
        </section>
      ))}
      <p class="soft small">{t.outcomes.rules(rule_version)}</p>
    </>
  );
}
