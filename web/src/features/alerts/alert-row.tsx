/** One line of the inbox: how serious, who, the first reason, and the clock. */
import type { JSX } from 'preact';

import type { Alert } from '../../api/types';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Chip, type ChipTone } from '../../ui/chip';
import { clock } from './order';
import { useNow } from './use-now';
import { rowId } from './use-selection';

const TONES: Record<Alert['tier'], ChipTone> = { critical: 'plum', high: 'warm', medium: 'plain' };

interface AlertRowProps {
  alert: Alert;
  selected: boolean;
  onSelect: () => void;
}

export function AlertRow({ alert, selected, onSelect }: AlertRowProps): JSX.Element {
  return (
    <button id={rowId(alert.id)} type="button" class={`alert-row alert-${alert.tier}`} aria-expanded={selected} onClick={onSelect}>
      <span class="alert-row-top">
        <span class="alert-name">{alert.client.name}</span>
        <Chip tone={TONES[alert.tier]}>{t.alerts.tiers[alert.tier]}</Chip>
      </span>
      <span>{alert.reasons[0]?.sentence}</span>
      <span class="alert-row-facts soft small">
        <Clock alert={alert} />
        <span>
          {t.alerts.owner}: {alert.acknowledged_by?.name ?? t.alerts.noOwner}
        </span>
      </span>
    </button>
  );
}

function Clock({ alert }: { alert: Alert }): JSX.Element {
  const now = useNow();
  if (alert.state !== 'open') return <span>{t.alerts.raised(shortMoment(alert.raised_at, deviceTimezone(), language))}</span>;
  const { text, overdue } = clock(alert, now);
  return <span class={overdue ? 'alert-overdue' : undefined}>{text}</span>;
}
