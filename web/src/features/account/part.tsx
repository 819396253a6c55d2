/** The frame of each part of these settings: the way back, its name, and what is said at its top. */
import './account.css';

import type { ComponentChildren, JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { Loading } from '../../ui/loading';
import { Failure } from '../../ui/message';

export const HOME = '/me/account';

interface PartProps {
  title: string;
  lead?: string;
  children: ComponentChildren;
}

export function Part({ title, lead, children }: PartProps): JSX.Element {
  return (
    <div class="page page-narrow stack">
      <header class="stack-small">
        <BackLink to={HOME}>{t.account.title}</BackLink>
        <h1>{title}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </header>
      {children}
    </div>
  );
}

interface AwaitedProps {
  query: { isPending: boolean; error: Error | null; refetch: () => Promise<unknown> };
  lines?: number;
}

/** While what is shown is asked for, and when it did not come. */
export function Awaited({ query, lines = 3 }: AwaitedProps): JSX.Element | null {
  if (query.isPending) return <Loading lines={lines} />;
  if (!query.error) return null;
  return <Failure offline={isOffline(query.error)} offlineBody={t.account.offlineBody} onRetry={() => void query.refetch()} />;
}
