/** How people change in the program, week by week: numbers with their uncertainty, and none that is about few. */
import './outcomes.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import { outcomeProgramsQuery, outcomesFile, outcomesQuery, type Outcomes } from '../../api/outcomes';
import { isOffline } from '../../api/problem';
import { lastProgram, noteProgram } from '../../lib/last-program';
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
  const [chosen, setChosen] = useState(lastProgram);
  const choose = (id: string): void => {
    noteProgram(id);
    setChosen(id);
  };
  return (
    <div class="page page-wide stack">
      <header class="stack-small">
        <h1>{t.outcomes.title}</h1>
        <p class="lead">{t.outcomes.lead}</p>
      </header>
      <Asked query={programs} isOffline={isOffline}>
        {(known) => {
          const program = (known.find(({ id }) => id === chosen) ?? known[0])?.id ?? '';
          if (program === '') return <Message level={2} icon="chart" title={t.outcomes.none} />;
          return (
            <>
              {known.length > 1 && (
                <div class="outcomes-which no-print">
                  <SelectField label={t.outcomes.program} options={known.map(({ id, name }) => ({ value: id, label: name }))} value={program} onChange={choose} />
                </div>
              )}
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
      {measures.filter(isShown).map((measure) => (
        <section key={measure.key} class="card stack-small" aria-labelledby={`outcome-${measure.key}`}>
          <h2 id={`outcome-${measure.key}`}>{nameOf(measure)}</h2>
          <Suspense fallback={<Loading lines={4} />}>
            <OutcomeChart measure={measure} />
          </Suspense>
          <OutcomeTable measure={measure} least={least} />
        </section>
      ))}
      <Withheld names={measures.filter((measure) => !isShown(measure)).map(nameOf)} least={least} />
      <p class="soft small">{t.outcomes.rules(rule_version)}</p>
    </>
  );
}

type Measure = Outcomes['measures'][number];

const nameOf = ({ key }: Measure): string => t.outcomes.measures[key] ?? key;
const isShown = ({ weeks }: Measure): boolean => weeks.some(({ cell }) => cell !== null);

/** What is about too few in every week: said once, not measure by measure. */
function Withheld({ names, least }: { names: readonly string[]; least: number }): JSX.Element | null {
  if (names.length === 0) return null;
  return (
    <section class="card stack-small">
      <p class="soft">{t.outcomes.withheldAll(least)}</p>
      <ul class="outcomes-withheld">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
}
