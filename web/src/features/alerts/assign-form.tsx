/** Giving an alert to somebody of the client's team. It stays open until they acknowledge it. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { handsQuery } from '../../api/alerts';
import { isOffline } from '../../api/problem';
import type { Alert } from '../../api/types';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Choices } from '../../ui/choices';
import { FormFrame } from './form-frame';

interface AssignFormProps {
  alert: Alert;
  busy: boolean;
  onCancel: () => void;
  onAssign: (person: string) => void;
}

export function AssignForm({ alert, busy, onCancel, onAssign }: AssignFormProps): JSX.Element {
  const hands = useQuery(handsQuery(alert.id));
  const [person, setPerson] = useState<string>();
  const [asked, setAsked] = useState(false);
  const save = (): void => {
    setAsked(true);
    if (person !== undefined) onAssign(person);
  };
  return (
    <FormFrame title={t.alerts.assignTitle} save={t.alerts.assignSave} busy={busy} onSave={save} onCancel={onCancel}>
      <Asked query={hands} isOffline={isOffline}>
        {(people) => (
          <Choices
            legend={t.alerts.assignTo}
            hint={t.alerts.assignMeans}
            choices={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={person}
            onChange={setPerson}
            error={asked && person === undefined ? t.alerts.required : undefined}
          />
        )}
      </Asked>
    </FormFrame>
  );
}
