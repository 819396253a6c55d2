/** Shows what belongs to a client only once the server has said that this reader looks after them. */
import { useQuery } from '@tanstack/react-query';
import type { ComponentChildren, JSX } from 'preact';

import { clientQuery } from '../../api/clients';
import { isProblem } from '../../api/problem';
import { t } from '../../lib/strings';
import { LoadingScreen } from '../../ui/loading';
import { Message } from '../../ui/message';

/** A plan that is not there and a client who is not mine look alike; the client tells them apart. */
export function OnMyList({ client, children }: { client: string; children: ComponentChildren }): JSX.Element {
  const { error, isPending } = useQuery(clientQuery(client));
  if (isPending) return <LoadingScreen />;
  if (isProblem(error) && error.status === 404) {
    return <Message title={t.clients.noSuch} body={t.clients.noSuchBody} action={{ label: t.clients.backToInbox, to: '/inbox' }} />;
  }
  return <>{children}</>;
}
