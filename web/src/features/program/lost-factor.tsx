/** Taking away a second step that somebody lost: who, why, and the administrator's own proof. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { INVITED, resetFactor, type Invited, type ResetReason, type Whom } from '../../api/people';
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
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { ProofDialog, type Showing } from '../../ui/proof-dialog';
import { SelectField } from '../../ui/select-field';

const LONGEST_EMAIL = 254;
/** Relatives are in no list: nobody is to read here who is one. */
const ROLES = [...INVITED, 'family'] as const;
type Lost = (typeof ROLES)[number];

export function LostFactor(): JSX.Element {
  const [role, setRole] = useState<Lost>('clinician');
  const words = t.people;
  return (
    <section class="stack-small" aria-labelledby="lost-factor">
      <h2 id="lost-factor">{words.lost}</h2>
      <p>{words.lostLead}</p>
      <SelectField label={words.role} options={ROLES.map((value) => ({ value, label: words.roles[value] }))} value={role} onChange={(value) => setRole(value as Lost)} />
      {role === 'family' ? <OfRelative /> : <OfListed key={role} role={role} />}
    </section>
  );
}

function OfListed({ role }: { role: Invited }): JSX.Element {
  const people = useQuery(peopleQuery(role));
  return (
    <Asked query={people} isOffline={isOffline} lines={2}>
      {(found) => (found.length === 0 ? <p class="soft">{t.people.nobody}</p> : <OfOne people={found} />)}
    </Asked>
  );
}

interface Named {
  id: string;
  name: string;
}

function OfOne({ people }: { people: readonly Named[] }): JSX.Element {
  const [id, setId] = useState('');
  const words = t.people;
  const person = people.find((one) => one.id === id);
  return (
    <ResetForm whom={person && { person: id }} means={words.lostMeans} done={person ? words.resetDone(person.name) : ''}>
      {(wrong) => <SelectField label={words.person} options={[{ value: '', label: words.choose }, ...people.map(({ id: value, name: label }) => ({ value, label }))]} value={id} onChange={setId} error={wrong} />}
    </ResetForm>
  );
}

function OfRelative(): JSX.Element {
  const [email, setEmail] = useState('');
  const words = t.people;
  const written = email.trim();
  return (
    <ResetForm whom={written === '' ? undefined : { email: written }} means={words.relativeMeans} done={words.relativeDone}>
      {(wrong) => <TextField label={words.relativeEmail} type="email" inputMode="email" autoComplete="off" maxLength={LONGEST_EMAIL} value={email} onChange={setEmail} error={wrong} />}
    </ResetForm>
  );
}

interface ResetFormProps {
  /** None, as long as nobody is named. */
  whom: Whom | undefined;
  means: string;
  done: string;
  /** Where somebody is named, with what is wrong about it. */
  children: (wrong: string | undefined) => JSX.Element;
}

function ResetForm({ whom, means, done, children }: ResetFormProps): JSX.Element {
  const [reason, setReason] = useState<ResetReason | ''>('');
  const [asked, setAsked] = useState<'missing' | 'proof'>();
  const resetting = useMutation({
    mutationFn: resetFactor,
    onSuccess: () => setAsked(undefined),
    // What is wrong with the address stands at its field.
    onError: (error) => refusalAt(error, 'email') !== undefined && setAsked(undefined),
  });
  const words = t.people;
  const missing = (isMissing: boolean): string | undefined => (asked === 'missing' && isMissing ? words.missing : undefined);
  const begin = (event: Event): void => {
    event.preventDefault();
    resetting.reset();
    setAsked(whom === undefined || reason === '' ? 'missing' : 'proof');
  };
  const send = (shown: Showing): void => {
    if (whom !== undefined && reason !== '') resetting.mutate({ whom, reason, shown });
  };
  return (
    <>
      <form class="card stack-small" noValidate onSubmit={begin}>
        {children(missing(whom === undefined) ?? refusalAt(resetting.error, 'email'))}
        <SelectField label={words.why} options={[{ value: '', label: words.choose }, ...optionsOf(words.reasons)]} value={reason} onChange={(value) => setReason(value as ResetReason | '')} error={missing(reason === '')} />
        <p class="soft small">{means}</p>
        <div role="status">{resetting.isSuccess && done !== '' && <Notice icon="check">{done}</Notice>}</div>
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
