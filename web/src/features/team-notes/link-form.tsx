/** Ties a note to one client, so that their care team reads it. Only for administrators. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { enrolmentsQuery } from '../../api/enrolments';
import { isOffline } from '../../api/problem';
import { programsQuery } from '../../api/program';
import { troubleBesides } from '../../api/refusals';
import { linkNote, STAFF_NOTES } from '../../api/staff-sharing';
import { useSending } from '../../api/use-sending';
import { lastProgram } from '../../lib/last-program';
import { t } from '../../lib/strings';
import { AskedSelect } from '../../ui/asked-choice';
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
      <AskedSelect
        label={t.staffSharing.linkWho}
        value={client}
        onChange={setClient}
        query={clients}
        isOffline={isOffline}
        first={t.common.choose}
        options={(all) => all.map(({ client: value, client_name: label }) => ({ value, label }))}
        error={checked && client === '' ? t.staffSharing.linkMissing : undefined}
      />
    </SmallForm>
  );
}

/** Who is enrolled in one of the programs today. */
function useClients() {
  const known = useQuery(programsQuery);
  const [picked, setProgram] = useState(lastProgram);
  const programs = known.data ?? [];
  const program = (programs.find(({ id }) => id === picked) ?? programs[0])?.id ?? '';
  const enrolled = useQuery({ ...enrolmentsQuery(program), enabled: program !== '' });
  // Without the programs nothing is asked of any; without a program there is nobody.
  const { isPending, error, refetch } = known.data ? enrolled : known;
  const clients = { data: known.data?.length === 0 ? [] : enrolled.data, isPending, error, refetch };
  return { programs, program, setProgram, clients };
}
