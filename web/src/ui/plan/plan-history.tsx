/** The versions of a plan before this one, each to be opened and read. */
import type { JSX } from 'preact';

import type { PlanKind, Step } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { Loading } from '../loading';
import { Failure } from '../message';
import { PlanReading } from './plan-reading';

export interface PastVersion {
  id: string;
  version: number;
  author: string;
  day: string;
  signed: boolean;
  steps: Step[];
}

interface PlanHistoryProps {
  kind: PlanKind;
  /** Undefined while they are on their way. */
  versions: readonly PastVersion[] | undefined;
  failed: boolean;
  offline: boolean;
  onOpen: () => void;
  onRetry: () => void;
}

export function PlanHistory({ kind, versions, failed, offline, onOpen, onRetry }: PlanHistoryProps): JSX.Element {
  return (
    <details class="no-print" onToggle={(event) => event.currentTarget.open && onOpen()}>
      <summary>{t.plan.history}</summary>
      <div class="stack-small">
        {failed && !versions && <Failure offline={offline} onRetry={onRetry} />}
        {!failed && !versions && <Loading />}
        {versions?.length === 0 && <p class="soft">{t.plan.historyNone}</p>}
        {versions?.map((past) => (
          <details key={past.id} class="card">
            <summary>{t.plan.historyOne(past.version, past.day)}</summary>
            <p class="soft">
              {t.plan.versionBy(past.version, past.author, past.day)} {past.signed ? t.plan.states.signed : t.plan.states.draft}.
            </p>
            <PlanReading kind={kind} steps={past.steps} level={3} />
          </details>
        ))}
      </div>
    </details>
  );
}
