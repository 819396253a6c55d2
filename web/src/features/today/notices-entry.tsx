/** News that waits in the app: only there when there is some. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { unreadQuery } from '../../api/queries';
import { t } from '../../lib/strings';
import { RowLink } from '../../ui/row-link';

export function NoticesEntry(): JSX.Element | null {
  const unread = useQuery(unreadQuery).data ?? 0;
  if (unread === 0) return null;
  return (
    <RowLink to="/me/notices" icon="bell" title={t.today.notices}>
      {t.today.noticesNew(unread)}
    </RowLink>
  );
}
