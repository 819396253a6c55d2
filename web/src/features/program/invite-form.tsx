/** The form that invites a client, a clinician or another administrator. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { INVITATIONS, invite, INVITED, type Invited } from '../../api/people';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { optionsOf } from '../../lib/options';
import { LANGUAGE_NAMES, language, t, type LanguageCode } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';

const LONGEST_NAME = 120;

export function InviteForm({ onSent }: { onSent: (name: string) => void }): JSX.Element {
  const [open, setOpen] = useState(false);
  const done = (name: string): void => {
    setOpen(false);
    onSent(name);
  };
  if (open) return <Fields onSent={done} onClose={() => setOpen(false)} />;
  return (
    <div>
      <Button icon="plus" onClick={() => setOpen(true)}>
        {t.people.invite}
      </Button>
    </div>
  );
}

function Fields({ onSent, onClose }: { onSent: (name: string) => void; onClose: () => void }): JSX.Element {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Invited>('client');
  const [spoken, setSpoken] = useState<LanguageCode>(language);
  const [asked, setAsked] = useState(false);
  const sending = useSending(invite, [INVITATIONS], () => onSent(name.trim()));
  const words = t.people;
  const wrong = (value: string, field: string): string | undefined => (asked && value.trim() === '' ? words.missing : refusalAt(sending.error, field));
  const save = (): void => {
    setAsked(true);
    if (name.trim() !== '' && email.trim() !== '') sending.mutate({ name: name.trim(), email: email.trim(), roles: [role], language: spoken });
  };
  const options = INVITED.map((value) => ({ value, label: words.roles[value] }));
  return (
    <SmallForm save={words.send} busy={sending.isPending} trouble={troubleBesides(sending.error, ['name', 'email'])} onSave={save} onClose={onClose}>
      <h2>{words.invite}</h2>
      <p class="soft">{words.lead}</p>
      <TextField label={words.name} value={name} maxLength={LONGEST_NAME} autoComplete="off" onChange={setName} error={wrong(name, 'name')} />
      <TextField label={words.email} type="email" inputMode="email" autoComplete="off" value={email} onChange={setEmail} error={wrong(email, 'email')} />
      <SelectField label={words.role} options={options} value={role} onChange={(value) => setRole(value as Invited)} />
      <SelectField label={words.language} options={optionsOf(LANGUAGE_NAMES)} value={spoken} onChange={(value) => setSpoken(value as LanguageCode)} />
    </SmallForm>
  );
}
