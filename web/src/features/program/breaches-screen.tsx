/** The register of breaches: what is known of each incident, whom to tell by when. A change is a new version. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { breachesQuery, type Breach } from '../../api/records';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { ProgramFrame } from './program-page';
import { BreachForm } from './breach-form';
import { Rows } from './records-rows';

export function BreachesScreen(): JSX.Element {
  const found = useInfiniteQuery(breachesQuery);
  const [writing, setWriting] = useState(false);
  const words = t.records.breaches;
  return (
    <ProgramFrame section="records">
      <p class="soft">{words.lead}</p>
      {writing ? (
        <BreachForm breach={undefined} onClose={() => setWriting(false)} />
      ) : (
        <div>
          <Button icon="plus" onClick={() => setWriting(true)}>
            {words.add}
          </Button>
        </div>
      )}
      <Rows name="breaches" title={words.title} query={found} empty={words.none}>
        {(row) => <Incident key={row.version} breach={row} />}
      </Rows>
    </ProgramFrame>
  );
}

function Incident({ breach }: { breach: Breach }): JSX.Element {
  const [changing, setChanging] = useState(false);
  const words = t.records.breaches;
  if (changing) return <BreachForm breach={breach} onClose={() => setChanging(false)} />;
  return (
    <>
      <div class="row row-apart">
        <p class="strong">{words.found(dayOf(breach.discovered_on), breach.version)}</p>
        <Chip>{words.decisions[breach.decision]}</Chip>
      </div>
      <p>{breach.what}</p>
      <ul>
        {breach.deadlines.map(({ whom, by, told_on: told, is_late: late }) => (
          <li key={whom} class={late ? 'strong' : 'soft'}>
            {words.whom[whom]}: {told === null ? words.by(by === null ? undefined : dayOf(by), late) : words.told(dayOf(told))}
          </li>
        ))}
      </ul>
      <div>
        <Button look="secondary" onClick={() => setChanging(true)}>
          {words.change}
        </Button>
      </div>
    </>
  );
}
