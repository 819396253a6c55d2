/** Which versions of the warning rules there are, and how many warnings this site wants. */
import './warnings.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { versionsQuery, type RuleVersion } from '../../api/warnings';
import { isOffline } from '../../api/problem';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Message } from '../../ui/message';
import { RowLink } from '../../ui/row-link';
import { Budgets } from './budgets';
import { DraftForm } from './draft-form';

export function WarningsScreen(): JSX.Element {
  const versions = useQuery(versionsQuery);
  const [drafting, setDrafting] = useState(false);
  return (
    <div class="page stack">
      <header class="stack-small">
        <h1>{t.warnings.title}</h1>
        <p class="lead">{t.warnings.lead}</p>
      </header>
      <Asked query={versions} isOffline={isOffline}>
        {(known) => (known.length === 0 ? <Message level={2} icon="chart" title={t.warnings.none} body={t.warnings.noneBody} /> : <Versions versions={known} />)}
      </Asked>
      {drafting ? (
        <DraftForm onClose={() => setDrafting(false)} />
      ) : (
        <div>
          <Button look="secondary" onClick={() => setDrafting(true)}>
            {t.warnings.newVersion}
          </Button>
        </div>
      )}
      <Budgets />
    </div>
  );
}

function Versions({ versions }: { versions: readonly RuleVersion[] }): JSX.Element {
  return (
    <ul class="stack-small">
      {versions.map(({ id, name, family, state }) => (
        <li key={id}>
          <RowLink to={`/warnings/${id}`} icon="chart" title={t.warnings.families[family]} state={t.warnings.states[state]} strong={state === 'live'}>
            {name}
          </RowLink>
        </li>
      ))}
    </ul>
  );
}
