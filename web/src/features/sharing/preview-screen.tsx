/** What one person sees: the very answer they get, in the very drawing they get it in. */
import './sharing.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline, isProblem } from '../../api/problem';
import { previewQuery } from '../../api/sharing';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Message } from '../../ui/message';
import { SharedCard } from '../../ui/sharing/shared-card';
import { firstName } from './names';
import { useConsent } from './use-consent';

export function PreviewScreen({ id = '' }: { id?: string }): JSX.Element {
  const asked = useQuery(previewQuery(id));
  const name = useConsent(id).data?.recipient_name;
  return (
    <div class="page stack">
      <BackLink to={`/me/sharing/${id}`}>{name ?? t.sharing.back}</BackLink>
      <header class="stack-small">
        <h1>{t.sharing.preview(firstName(name ?? ''))}</h1>
        <p class="lead">{t.sharing.previewLead}</p>
      </header>
      {isProblem(asked.error, 'nothing_shown') ? (
        <Message level={2} icon="lock" title={t.sharing.previewNothing} body={asked.error.refusal.detail} />
      ) : (
        <Asked query={asked} isOffline={isOffline} offlineBody={t.sharing.offlineBody} lines={6}>
          {(card) => <SharedCard card={card} />}
        </Asked>
      )}
    </div>
  );
}
