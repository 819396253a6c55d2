/** One of the clinicians, from a list. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { peopleQuery } from '../../api/program';
import { t } from '../../lib/strings';
import { SelectField } from '../../ui/select-field';

interface PersonSelectProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

export function PersonSelect(props: PersonSelectProps): JSX.Element {
  const people = useQuery(peopleQuery('clinician')).data ?? [];
  return <SelectField {...props} options={[{ value: '', label: t.rota.none }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} />;
}
