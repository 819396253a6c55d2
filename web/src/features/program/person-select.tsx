/** One of the clinicians, from a list. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { peopleQuery } from '../../api/program';
import { t } from '../../lib/strings';
import { AskedSelect } from '../../ui/asked-choice';

interface PersonSelectProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

export function PersonSelect(props: PersonSelectProps): JSX.Element {
  const people = useQuery(peopleQuery('clinician'));
  return <AskedSelect {...props} query={people} isOffline={isOffline} first={t.rota.none} options={(all) => all.map(({ id, name }) => ({ value: id, label: name }))} />;
}
