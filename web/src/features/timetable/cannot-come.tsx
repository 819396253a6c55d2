/** Telling the care team that I cannot come: one reason, one tap. No words are needed. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { sayCannotCome, type AbsenceReason } from '../../api/timetable';
import { sentenceOf } from '../../api/trouble';
import type { Session } from '../../api/types';
import { programLines } from '../../lib/help-lines';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { Choices } from '../../ui/choices';
import { ContactList } from '../../ui/contact-list';
import { SmallForm } from '../../ui/small-form';

interface CannotComeProps {
  session: Session;
  onClose: () => void;
}

export function CannotCome({ session, onClose }: CannotComeProps): JSX.Element {
  const queries = useQueryClient();
  const { program } = useDevice().me;
  const [reason, setReason] = useState<AbsenceReason>();
  const [checked, setChecked] = useState(false);
  const telling = useMutation({
    mutationFn: (why: AbsenceReason) => sayCannotCome(session.id, why),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['sessions'] });
      onClose();
    },
  });
  const save = (): void => {
    setChecked(true);
    if (reason !== undefined) telling.mutate(reason);
  };
  return (
    <SmallForm bare save={t.timetable.cannotSend} busy={telling.isPending} trouble={telling.error ? sentenceOf(telling.error, t.timetable.cannotOffline) : undefined} onSave={save} onClose={onClose}>
      <p class="strong" aria-hidden="true">
        {t.timetable.cannotAsk}
      </p>
      <Choices
        legend={t.timetable.cannotAsk}
        compact="pills"
        choices={optionsOf(t.timetable.reasons)}
        value={reason}
        onChange={(value) => setReason(value as AbsenceReason)}
        error={checked && reason === undefined ? t.timetable.cannotNeed : undefined}
      />
      {isOffline(telling.error) && program && <ContactList contacts={programLines(program).slice(0, 1)} />}
    </SmallForm>
  );
}
