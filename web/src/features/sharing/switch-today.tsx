/** Today's data under one switch, drawn as the other person would get it. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { switchPreviewQuery, type Category } from '../../api/sharing';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { SharedParts } from '../../ui/sharing/shared-card';

export function Today({ category, name }: { category: Category; name: string }): JSX.Element {
  const asked = useQuery(switchPreviewQuery(category));
  return (
    <Asked query={asked} isOffline={isOffline} lines={2}>
      {(card) => (
        <div class="stack-small" role="status">
          <p class="soft small">{t.sharing.lookAt(name)}</p>
          <div class="shared-card">
            <SharedParts card={card} level={2} />
          </div>
        </div>
      )}
    </Asked>
  );
}
