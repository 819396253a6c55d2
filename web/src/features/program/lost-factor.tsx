/** Taking away a second step that somebody lost: who, why, and the administrator's own proof. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { INVITED, resetFactor, type Invited, type ResetReason } from '../../api/people';
import { wasStopped } from '../../api/passkey';
import { isOffline } from '../../api/problem';
import { peopleQuery } from '../../api/program';
import { refusalAt } from '../../api/refusals';
import { sentenceOf } from '../../api/trouble';
import { useWays } from '../../api/use-ways';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ProofDialog, type Showing } from '../../ui/proof-dialog';
import { SelectField } from '../../ui/select-field';

export function LostFactor(): JSX.Element {
  const [role, setRole] = useState<Invited>('clinician');
  const people = useQuery(peopleQuery(role));
  const words = t.people;
  return (
    <section class="stack-small" aria-labelledby="lost-factor">
      <h2 id="lost-factor">{words.lost}</h2>
      <p>{words.lostLead}</p>
      <SelectField label={words.role} options={INVITED.map((value) => ({ value, label: words.roles[value] }))} value={role} onChange={(value) => setRole(value as Invited)} />
      <Asked query={people} isOffline={isOffline} lines={2}>
        {(found) => (found.length === 0 ? <p class="soft">{words.nobody}</p> : <ResetForm key={role} people={found} />)}
      </Asked>
    </section>
  );
}

interface Named {
  id: string;
  name: string;
}

function ResetForm({ people }: { people: readonly Named[] }): JSX.Element {
  const [id, setId] = useState('');
  const [reason, setReason] = useState<ResetReason | ''>('');
  const [asked, setAsked] = useState<'missing' | 'proof'>();
  const resetting = useMutation({ mutationFn: resetFactor, onSuccess: () => setAsked(undefined) });
  const words = t.people;
  const person = people.find((one) => one.id === id);
  const missing = (value: string): string | undefined => (asked === 'missing' && value === '' ? words.missing : undefined);
  const begin = (event: Event): void => {
    event.preventDefault();
    resetting.reset();
    setAsked(id === '' || reason === '' ? 'missing' : 'proof');
  };
  const send = (shown: Showing): void => {
    if (reason !== '') resetting.mutate({ person: id, reason, shown });
  };
  const first = { value: '', label: words.choose };
  return (
    <>
      <form class="card stack-small" noValidate onSubmit={begin}>
        <SelectField label={words.person} options={[first, ...people.map(({ id: value, name: label }) => ({ value, label }))]} value={id} onChange={setId} error={missing(id)} />
        <SelectField label={words.why} options={[first, ...optionsOf(words.reasons)]} value={reason} onChange={(value) => setReason(value as ResetReason | '')} error={missing(reason)} />
        <p class="soft small">{words.lostMeans}</p>
        <div role="status">{resetting.isSuccess && person && <Notice icon="check">{words.resetDone(person.name)}</Notice>}</div>
        <div>
          <Button type="submit" look="secondary">
            {words.reset}
          </Button>
        </div>
      </form>
      {asked === 'proof' && <Proof error={resetting.error} busy={resetting.isPending} onShow={send} onClose={() => setAsked(undefined)} />}
    </>
  );
}

interface ProofProps {
  error: Error | null;
  busy: boolean;
  onShow: (shown: Showing) => void;
  onClose: () => void;
}

function Proof({ error, ...rest }: ProofProps): JSX.Element {
  const ways = useWays(true);
  const said = error && !wasStopped(error) ? (refusalAt(error, 'password') ?? refusalAt(error, 'code') ?? sentenceOf(error)) : undefined;
  return <ProofDialog {...ways} {...rest} refusal={said} />;
}
