/** Everyone whom a clinician looks after: how it stands with each at a glance. */
import './caseload.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useDeferredValue, useRef, useState } from 'preact/compat';

import { caseloadQuery, type CaseloadRow, type Level, type Sort, type Wanted } from '../../api/caseload';
import { isOffline } from '../../api/problem';
import { t } from '../../lib/strings';
import { useKeys } from '../../lib/use-keys';
import { useWide } from '../../lib/use-wide';
import { TextField } from '../../ui/field';
import { Message } from '../../ui/message';
import { Pages } from '../../ui/pages';
import { SelectField } from '../../ui/select-field';
import { CaseloadCards } from './caseload-cards';
import { CaseloadTable } from './caseload-table';

const POLL_EVERY = 60_000;

export function CaseloadScreen(): JSX.Element {
  const [wanted, setWanted] = useState<Wanted>({ sort: 'need', name: '' });
  const name = useDeferredValue(wanted.name.trim());
  const found = useInfiniteQuery({ ...caseloadQuery({ ...wanted, name }), refetchInterval: POLL_EVERY, refetchOnWindowFocus: 'always' });
  const listRef = useRef<HTMLDivElement>(null);
  const move = (by: number): void => {
    const links = [...(listRef.current?.querySelectorAll<HTMLAnchorElement>('a.caseload-name') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.querySelector<HTMLInputElement>('.caseload-filters input')?.focus(),
  });
  const narrowed = name !== '' || wanted.level !== undefined;
  return (
    <div class="page page-wide stack">
      <header class="stack-small">
        <h1>{t.caseload.title}</h1>
        <p class="lead">{t.caseload.lead}</p>
      </header>
      <Filters wanted={wanted} onChange={setWanted} />
      <Pages query={found} isOffline={isOffline} more={t.caseload.more} empty={<Nobody narrowed={narrowed} />}>
        {(rows) => (
          <div ref={listRef}>
            <Rows rows={rows} />
          </div>
        )}
      </Pages>
    </div>
  );
}

function Rows({ rows }: { rows: readonly CaseloadRow[] }): JSX.Element {
  const wide = useWide();
  if (!wide) return <CaseloadCards rows={rows} />;
  return (
    <>
      <CaseloadTable rows={rows} />
      <p class="soft small">{t.caseload.keys}</p>
    </>
  );
}

interface FiltersProps {
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}

function Filters({ wanted, onChange }: FiltersProps): JSX.Element {
  const levels = Object.entries(t.clients.levels).map(([value, label]) => ({ value, label }));
  const sorts = Object.entries(t.caseload.sorts).map(([value, label]) => ({ value, label }));
  return (
    <div class="caseload-filters" role="search" aria-label={t.caseload.filters}>
      <TextField label={t.caseload.name} value={wanted.name} onChange={(name) => onChange({ ...wanted, name })} />
      <SelectField label={t.caseload.sort} options={sorts} value={wanted.sort} onChange={(value) => onChange({ ...wanted, sort: value as Sort })} />
      <SelectField label={t.caseload.level} options={[{ value: '', label: t.caseload.everyLevel }, ...levels]} value={wanted.level ?? ''} onChange={(value) => onChange({ ...wanted, level: value === '' ? undefined : (value as Level) })} />
    </div>
  );
}

function Nobody({ narrowed }: { narrowed: boolean }): JSX.Element {
  return narrowed ? <Message level={2} icon="family" title={t.caseload.noneFound} body={t.caseload.noneFoundBody} /> : <Message level={2} icon="family" title={t.caseload.none} body={t.caseload.noneBody} />;
}
