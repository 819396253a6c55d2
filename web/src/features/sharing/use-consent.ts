/** One sharing by the id in the address; a change gives it a new id, which then takes the place of the old. */
import { useQuery } from '@tanstack/react-query';

import { consentQuery, type Consent } from '../../api/sharing';
import { navigate } from '../../lib/navigation';

export const useConsent = (id: string) => useQuery(consentQuery(id));

/** Stay on the page of this person when their sharing became another version. */
export function follow(moved: Consent, id: string): void {
  if (moved.id !== id) navigate(`/me/sharing/${moved.id}`, { replace: true });
}
