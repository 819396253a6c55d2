/** Who does it, until when, and whether the client sees it: for tasks and for referrals. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { clientQuery } from '../../api/clients';
import { clientEnrolmentQuery, type TeamPlace } from '../../api/enrolment';
import { isOffline, isProblem } from '../../api/problem';
import { t } from '../../lib/strings';
import { AskedSelect } from '../../ui/asked-choice';
import { TextField } from '../../ui/field';
import { Switch } from '../../ui/switch';

export interface Owned {
  owner: string;
  due: string;
  shown: boolean;
}

interface OwnerFieldsProps {
  client: string;
  owned: Owned;
  wrong: (field: string) => string | undefined;
  change: (part: Partial<Owned>) => void;
}

export function OwnerFields({ client, owned: { owner, due, shown }, wrong, change }: OwnerFieldsProps): JSX.Element {
  const name = useQuery(clientQuery(client)).data?.name ?? t.record.tasks.ofClient;
  const { data, isPending, error, refetch } = useQuery(clientEnrolmentQuery(client));
  // Who is in no program now has no team.
  const team = { data: isProblem(error) && error.status === 404 ? [] : data?.team, isPending, error, refetch };
  const words = t.record.tasks;
  const people = (places: readonly TeamPlace[]) => [...new Map([[client, name], ...places.map(({ clinician, name: of }) => [clinician, of] as const)])].map(([value, label]) => ({ value, label }));
  const isClients = owner === client;
  return (
    <>
      <AskedSelect label={words.owner} query={team} isOffline={isOffline} first={t.common.me} options={people} value={owner} error={wrong('owner_id')} onChange={(value) => change({ owner: value })} />
      <TextField type="date" label={words.due} value={due} error={wrong('due_on')} onChange={(value) => change({ due: value })} />
      {!isClients && <Switch label={words.shown} on={shown} meaning={shown ? words.shownOn : words.shownOff} onChange={(value) => change({ shown: value })} />}
    </>
  );
}

/** What goes to the server of it. */
export const ownedBody = ({ owner, due, shown }: Owned, client: string) => ({
  owner_id: owner === '' ? null : owner,
  due_on: due === '' ? null : due,
  for_client: shown || owner === client,
});
