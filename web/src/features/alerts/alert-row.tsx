/** One line of the inbox: how serious, who, why, the last days, and the clock. */
import type { JSX } from 'preact';

import type { Alert } from '../../api/types';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Chip, type ChipTone } from '../../ui/chip';
import { Days, lastContact } from './glance';
import { clock } from './order';
import { useNow } from './use-now';
import { rowId } from './use-selection';

const TONES: Record<Alert['tier'], ChipTone> = { critical: 'plum', high: 'warm', medium: 'plain', watch: 'calm' };

interface AlertRowProps {
  alert: Alert;
  selected: boolean;
  onSelect: () => void;
}

export function AlertRow({ alert, selected, onSelect }: AlertRowProps): JSX.Element {
  const { glance, owner } = alert;
  return (
    <button id={rowId(alert.id)} type="button" class={`alert-row alert-${alert.tier}`} aria-expanded={selected} onClick={onSelect}>
      <span class="alert-row-top">
        <span class="alert-name">{alert.client.name}</span>
        <Chip tone={TONES[alert.tier]}>{t.alerts.tiers[alert.tier]}</Chip>
      </span>
      <span>{alert.why}</span>
      {glance && (
        <span class="alert-row-facts">
          <Days line={glance.sparkline} />
          <span class="soft small">{lastContact(glance)}</span>
        </span>
      )}
      <span class="alert-row-facts soft small">
        <When alert={alert} />
        <span>
          {t.alerts.owner}: {owner?.name ?? t.alerts.noOwner}
        </span>
      </span>
    </button>
  );
}

function When({ alert }: { alert: Alert }): JSX.Element {
  const shown = clock(alert, useNow());
  if (!shown) return <span>{t.alerts.raised(shortMoment(alert.raised_at, deviceTimezone(), language))}</span>;
  return <span class={shown.overdue ? 'alert-overdue' : undefined}>{shown.text}</span>;
}
