/** Ties a note to one client, so that their care team reads it. Only for administrators. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { enrolmentsQuery } from '../../api/enrolments';
import { programsQuery } from '../../api/program';
import { troubleBesides } from '../../api/refusals';
import { linkNote, STAFF_NOTES } from '../../api/staff-sharing';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';

export function LinkForm({ note, onClose }: { note: string; onClose: () => void }): JSX.Element {
  const { programs, program, setProgram, clients } = useClients();
  const [client, setClient] = useState('');
  const [checked, setChecked] = useState(false);
  const linking = useSending(linkNote, [STAFF_NOTES], onClose);
  const save = (): void => {
    setChecked(true);
    if (client !== '') linking.mutate({ id: note, client });
  };
  return (
    <SmallForm bare save={t.staffSharing.linkSave} busy={linking.isPending} trouble={troubleBesides(linking.error, [])} onSave={save} onClose={onClose}>
      <p class="soft">{t.staffSharing.linkLead}</p>
      {programs.length > 1 && (
        <SelectField label={t.common.program} value={program} onChange={setProgram} options={programs.map(({ id, name }) => ({ value: id, label: name }))} />
      )}
      <SelectField
        label={t.staffSharing.linkWho}
        value={client}
        onChange={setClient}
        options={[{ value: '', label: t.common.choose }, ...clients.map(({ client: value, client_name: label }) => ({ value, label }))]}
        error={checked && client === '' ? t.staffSharing.linkMissing : undefined}
      />
    </SmallForm>
  );
}

/** Who is enrolled in one of the programs today. */
function useClients() {
  const programs = useQuery(programsQuery).data ?? [];
  const [picked, setProgram] = useState<string>();
  const program = picked ?? programs[0]?.id ?? '';
  const clients = useQuery({ ...enrolmentsQuery(program), enabled: program !== '' }).data ?? [];
  return { programs, program, setProgram, clients };
}
