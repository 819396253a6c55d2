/** A revocation that came outside the app: how and when. Sharing ends with saving it. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { refusalAt, troubleBesides } from '../../api/refusals';
import { CLIENT_SHARING, recordPaper, type ReceivedHow } from '../../api/staff-sharing';
import { useSending } from '../../api/use-sending';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Choices } from '../../ui/choices';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';
import { useProgramDay } from './use-client-day';

export function PaperForm({ client, consent, onClose }: { client: string; consent: string; onClose: () => void }): JSX.Element {
  const [how, setHow] = useState<ReceivedHow>();
  const today = useProgramDay(client);
  const [on = today, setOn] = useState<string>();
  const [checked, setChecked] = useState(false);
  const recording = useSending(recordPaper, [CLIENT_SHARING(client)], onClose);
  const save = (): void => {
    setChecked(true);
    if (how && on !== '') recording.mutate({ id: consent, body: { received_how: how, received_on: on } });
  };
  return (
    <SmallForm bare save={t.staffSharing.paperSave} busy={recording.isPending} trouble={troubleBesides(recording.error, ['received_on'])} onSave={save} onClose={onClose}>
      <p class="soft">{t.staffSharing.paperLead}</p>
      <p class="field-label" aria-hidden="true">
        {t.staffSharing.how}
      </p>
      <Choices
        compact="pills"
        legend={t.staffSharing.how}
        choices={optionsOf(t.staffSharing.hows)}
        value={how}
        onChange={(value) => setHow(value as ReceivedHow)}
        error={checked && !how ? t.staffSharing.howMissing : undefined}
      />
      <TextField label={t.staffSharing.on} type="date" value={on} onChange={setOn} error={refusalAt(recording.error, 'received_on')} />
    </SmallForm>
  );
}
