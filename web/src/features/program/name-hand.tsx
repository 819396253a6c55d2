/** Somebody for an alert that reached nobody, named by an administrator. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { nameHand, UNREACHABLE, type Unreachable } from '../../api/rota';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Chip } from '../../ui/chip';
import { SmallForm } from '../../ui/small-form';
import { PersonSelect } from './person-select';

export function NameHand({ alert: { id, client, tier, unreachable_at: since, raised_at: raised } }: { alert: Unreachable }): JSX.Element {
  const [person, setPerson] = useState('');
  const [asked, setAsked] = useState(false);
  const naming = useSending(nameHand, [UNREACHABLE]);
  const save = (): void => {
    setAsked(true);
    if (person !== '') naming.mutate({ id, person });
  };
  return (
    <SmallForm save={t.rota.name} busy={naming.isPending} trouble={naming.error ? sentenceOf(naming.error) : undefined} onSave={save} onClose={() => setPerson('')}>
      <div class="row">
        <h3>{client.name}</h3>
        <Chip tone="plum">{t.rota.tiers[tier]}</Chip>
      </div>
      <p class="soft">{t.rota.since(shortMoment(since ?? raised, deviceTimezone(), language))}</p>
      <PersonSelect label={t.rota.take} first={t.rota.none} value={person} onChange={setPerson} error={asked && person === '' ? t.rota.required : undefined} />
    </SmallForm>
  );
}
