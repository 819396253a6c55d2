/** One referral: to whom, what for, the appointment, and the moves that it may make. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { referralsQuery, saveReferral, type Referral, type ReferralState } from '../../api/case-work';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, localDay, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { factsOf } from './case-facts';
import { isLate, movesOfReferral, referralBody } from './case-moves';
import { ReferralForm } from './referral-form';

export function ReferralItem({ client, referral }: { client: string; referral: Referral }): JSX.Element {
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <li>
        <ReferralForm client={client} referral={referral} onClose={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <li class="card stack-small">
      <Words referral={referral} />
      <Moves client={client} referral={referral} onEdit={() => setEditing(true)} />
    </li>
  );
}

const WAITING: readonly ReferralState[] = ['planned', 'sent'];

function Words({ referral }: { referral: Referral }): JSX.Element {
  const { to, purpose, phone, due_on: due, appointment_at: appointment, state } = referral;
  const zone = deviceTimezone();
  const late = WAITING.includes(state) && isLate(due, localDay(new Date(), zone));
  const words = t.record.tasks;
  return (
    <>
      <div class="row row-apart">
        <h3>{to}</h3>
        <Chip tone={late ? 'warm' : 'plain'}>{late ? words.late : t.record.referrals.states[state]}</Chip>
      </div>
      {purpose !== '' && <p>{purpose}</p>}
      {appointment !== null && <p class="strong">{t.record.referrals.appointment(shortMoment(appointment, zone, language))}</p>}
      {phone !== '' && (
        <p>
          <a href={`tel:${phone}`}>{phone}</a>
        </p>
      )}
      <p class="soft small">{factsOf(referral)}</p>
    </>
  );
}

function Moves({ client, referral, onEdit }: { client: string; referral: Referral; onEdit: () => void }): JSX.Element {
  const moving = useSending((state: ReferralState) => saveReferral(client, referral.id, { ...referralBody(referral), state }), [referralsQuery(client).queryKey]);
  const words = t.record.referrals;
  return (
    <>
      {moving.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(moving.error)}
        </Notice>
      )}
      <div class="row">
        {movesOfReferral(referral).map((state, at) => (
          <Button key={state} look={at === 0 ? 'secondary' : 'quiet'} busy={moving.isPending} label={t.record.tasks.moveOf(words.moves[state], referral.to)} onClick={() => moving.mutate(state)}>
            {words.moves[state]}
          </Button>
        ))}
        <Button look="quiet" icon="edit" label={words.edit(referral.to)} onClick={onEdit}>
          {t.record.tasks.change}
        </Button>
      </div>
    </>
  );
}
