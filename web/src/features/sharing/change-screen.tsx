/** A new version of a sharing that stands: it is read and signed as the first was. */
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { draftOf } from './draft';
import { Flow } from './flow';
import { useConsent } from './use-consent';

export function ChangeScreen({ id = '', step }: { id?: string; step?: string }): JSX.Element {
  const asked = useConsent(id);
  return (
    <Asked query={asked} isOffline={isOffline} offlineBody={t.sharing.offlineBody} lines={6}>
      {(consent) => <Flow key={consent.id} id={consent.id} step={step} start={draftOf(consent)} />}
    </Asked>
  );
}
