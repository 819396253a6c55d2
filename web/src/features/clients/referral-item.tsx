/** One referral: to whom, what for, the appointment, and the moves that it may make. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { referralsQuery, saveReferral, type Referral, type ReferralState } from '../../api/case-work';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Chip } from '../../ui/chip';
import { factsOf } from './case-facts';
import { isLate, movesOfReferral, referralBody } from './case-moves';
import { Moves } from './moves';
import { ReferralForm } from './referral-form';
import { useClientDay } from './use-client-day';

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
      <Words client={client} referral={referral} />
      <ReferralMoves client={client} referral={referral} onEdit={() => setEditing(true)} />
    </li>
  );
}

const WAITING: readonly ReferralState[] = ['planned', 'sent'];

function Words({ client, referral }: { client: string; referral: Referral }): JSX.Element {
  const { to, purpose, phone, due_on: due, appointment_at: appointment, state } = referral;
  const today = useClientDay(client);
  const late = WAITING.includes(state) && isLate(due, today);
  const words = t.record.tasks;
  return (
    <>
      <div class="row row-apart">
        <h3>{to}</h3>
        <Chip tone={late ? 'warm' : 'plain'}>{late ? words.late : t.record.referrals.states[state]}</Chip>
      </div>
      {purpose !== '' && <p>{purpose}</p>}
      {appointment !== null && <p class="strong">{t.record.referrals.appointment(shortMoment(appointment, deviceTimezone(), language))}</p>}
      {phone !== '' && (
        <p>
          <a href={`tel:${phone}`} class="tall-link">
            {phone}
          </a>
        </p>
      )}
      <p class="soft small">{factsOf(referral)}</p>
    </>
  );
}

function ReferralMoves({ client, referral, onEdit }: { client: string; referral: Referral; onEdit: () => void }): JSX.Element {
  const moving = useSending((state: ReferralState) => saveReferral(client, referral.id, { ...referralBody(referral), state }), [referralsQuery(client).queryKey]);
  return <Moves of={referral.to} moves={movesOfReferral(referral)} words={t.record.referrals.moves} sending={moving} editNamed={t.record.referrals.edit(referral.to)} onEdit={onEdit} />;
}
