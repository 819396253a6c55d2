/** The notice to patients, until somebody has confirmed it. Shown at the very first visit. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { myNoticeQuery } from '../../api/own-record';
import { t } from '../../lib/strings';
import { RowLink } from '../../ui/row-link';

export function NoticeCard(): JSX.Element | null {
  if (!useQuery(myNoticeQuery).data?.due) return null;
  return (
    <RowLink to="/notice" icon="text" title={t.patientNotice.title}>
      {t.patientNotice.card}
    </RowLink>
  );
}
