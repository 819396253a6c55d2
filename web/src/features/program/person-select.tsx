/** One of the clinicians or of the clients, from a list. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { peopleQuery } from '../../api/program';
import { AskedSelect } from '../../ui/asked-choice';

interface PersonSelectProps {
  of?: 'clinician' | 'client';
  label: string;
  /** What stands before one is chosen. */
  first: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

export function PersonSelect({ of = 'clinician', ...field }: PersonSelectProps): JSX.Element {
  const people = useQuery(peopleQuery(of));
  // Two clients may have one name.
  const labelOf = ({ name, email }: { name: string; email: string }): string => (of === 'client' ? `${name} (${email})` : name);
  return <AskedSelect {...field} query={people} isOffline={isOffline} options={(all) => all.map((one) => ({ value: one.id, label: labelOf(one) }))} />;
}
