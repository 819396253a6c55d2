/** What a colleague did to the alert in front of me, told plainly. */
import type { JSX } from 'preact';

import type { Alert, AlertState } from '../../api/types';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

export interface News {
  sentence: string;
  /** The list in which the alert is now. */
  state: AlertState;
}

/** Something to tell when the alert in front of me left this list by someone else's hand. */
export function quicker(changed: readonly Alert[], chosen: string | undefined, shown: AlertState, me: string): News | undefined {
  const alert = changed.find(({ id }) => id === chosen);
  if (!alert || alert.state === shown) return undefined;
  const by = alert.state === 'resolved' ? alert.resolved_by : alert.acknowledged_by;
  if (alert.state === 'open' || by === null || by.id === me) return undefined;
  return { sentence: t.alerts.meanwhile[alert.state](by.name, alert.client.name), state: alert.state };
}

export function Meanwhile({ news, onShow }: { news: News | undefined; onShow: (state: AlertState) => void }): JSX.Element {
  return (
    <div role="status">
      {news && (
        <Notice icon="people">
          <div class="row row-apart">
            <span>{news.sentence}</span>
            <Button look="quiet" onClick={() => onShow(news.state)}>
              {t.alerts.showIt}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  );
}
