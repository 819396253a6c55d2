/** Shows what belongs to a client only once the server has said that this reader looks after them. */
import { useQuery } from '@tanstack/react-query';
import type { ComponentChildren, JSX } from 'preact';

import { clientQuery } from '../../api/clients';
import { isOffline, isProblem } from '../../api/problem';
import { t } from '../../lib/strings';
import { LoadingScreen } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';

/** A plan that is not there and a client who is not mine look alike; the client tells them apart. */
export function OnMyList({ client, children }: { client: string; children: ComponentChildren }): JSX.Element {
  const { data, error, isPending, refetch } = useQuery(clientQuery(client));
  if (isPending) return <LoadingScreen />;
  if (isProblem(error) && error.status === 404) {
    return <Message title={t.clients.noSuch} body={t.clients.noSuchBody} action={{ label: t.clients.backToInbox, to: '/inbox' }} />;
  }
  // What is inside asks the same question: mounted without an answer, it would ask without end.
  if (data === undefined) {
    return (
      <div class="page page-wide stack">
        <h1>{t.clients.someone}</h1>
        <Failure offline={isOffline(error)} onRetry={() => void refetch()} />
      </div>
    );
  }
  return <>{children}</>;
}
