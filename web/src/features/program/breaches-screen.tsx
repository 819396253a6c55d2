/** The register of breaches: what is known of each incident, whom to tell by when. A change is a new version. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { breachesQuery, breachVersionsQuery, type Breach } from '../../api/records';
import { isOffline } from '../../api/problem';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Pages } from '../../ui/pages';
import { ProgramFrame } from './program-page';
import { BreachForm } from './breach-form';
import { Rows } from './records-rows';

export function BreachesScreen(): JSX.Element {
  const found = useInfiniteQuery(breachesQuery);
  const words = t.records.breaches;
  return (
    <ProgramFrame section="records">
      <BackLink to="/records">{t.program.tabs.records}</BackLink>
      <Rows name="breaches" title={words.title} query={found} empty={words.none} before={<Before />}>
        {(row) => <Incident key={row.version} breach={row} />}
      </Rows>
    </ProgramFrame>
  );
}

function Before(): JSX.Element {
  const [writing, setWriting] = useState(false);
  const words = t.records.breaches;
  return (
    <>
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
    </>
  );
}

function Incident({ breach }: { breach: Breach }): JSX.Element {
  const [doing, setDoing] = useState<'change' | 'look'>();
  const words = t.records.breaches;
  if (doing === 'change') return <BreachForm breach={breach} onClose={() => setDoing(undefined)} />;
  return (
    <>
      <Written breach={breach} />
      <div class="row">
        <Button look="secondary" onClick={() => setDoing('change')}>
          {words.change}
        </Button>
        {breach.version > 1 && (
          <Button look="quiet" onClick={() => setDoing(doing === 'look' ? undefined : 'look')}>
            {doing === 'look' ? words.hide : words.earlier}
          </Button>
        )}
      </div>
      {doing === 'look' && <Earlier breach={breach} />}
    </>
  );
}

/** What stood before: each version as it was written, by whom. */
function Earlier({ breach: { series, version } }: { breach: Breach }): JSX.Element {
  const found = useInfiniteQuery(breachVersionsQuery(series));
  return (
    <Pages query={found} isOffline={isOffline} more={t.records.more} empty={null}>
      {(rows) => (
        <ol class="stack-small" reversed aria-label={t.records.breaches.earlier}>
          {rows
            .filter((row) => row.version < version)
            .map((row) => (
              <li key={row.id} class="stack-small">
                <Written breach={row} whole />
              </li>
            ))}
        </ol>
      )}
    </Pages>
  );
}

const TEXTS = ['nature', 'recipient', 'acquired', 'mitigated', 'reason'] as const;

function Written({ breach, whole = false }: { breach: Breach; whole?: boolean }): JSX.Element {
  const words = t.records.breaches;
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
      {whole && TEXTS.filter((name) => breach[name] !== '').map((name) => <p key={name}>{`${words.texts[name]} ${breach[name]}`}</p>)}
      {whole && <p class="soft small">{words.byWhom(breach.recorded_by.name, dayOf(breach.recorded_at))}</p>}
    </>
  );
}
