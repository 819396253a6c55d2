/** One kind of reminder: on or off, and when. */
import type { JSX } from 'preact';

import type { KindSetting } from '../../api/reminders';
import { clockOfMinute } from '../../lib/minutes';
import { formatList } from '../../lib/intl';
import { language, t } from '../../lib/strings';
import { Switch } from '../../ui/switch';
import { Leads } from './leads';
import { Times } from './times';

interface KindRowProps {
  setting: KindSetting;
  onChange: (setting: KindSetting) => void;
}

export function KindRow({ setting, onChange }: KindRowProps): JSX.Element {
  const { kind, on, takes_times: takesTimes, takes_leads: takesLeads } = setting;
  const words = t.reminders.kinds[kind] ?? { title: kind, about: '' };
  return (
    <div class="kind stack-small">
      <Switch label={words.title} on={on} meaning={words.about} onChange={(wanted) => onChange({ ...setting, on: wanted })} />
      {on && (takesTimes || takesLeads) && (
        <details>
          <summary>{whenOf(setting)}</summary>
          <div class="stack-small">
            {takesLeads && <Leads kind={kind} leads={setting.leads} onChange={(leads) => onChange({ ...setting, leads })} />}
            {takesTimes && <Times title={words.title} dayBefore={kind === 'session'} times={setting.times} onChange={(times) => onChange({ ...setting, times })} />}
          </div>
        </details>
      )}
    </div>
  );
}

/** “1 day and 1 hour before”, “At 9:00 AM and 8:00 PM”, “3 days before, at 10:00 AM” */
function whenOf({ kind, times, leads }: KindSetting): string {
  const spans = formatList([...leads].sort((a, b) => b - a).map(t.reminders.lead1), language);
  const clock = formatList([...times].sort((a, b) => a - b).map((minute) => clockOfMinute(minute, language)), language);
  if (leads.length === 0 && times.length === 0) return t.reminders.choose;
  if (times.length === 0) return t.reminders.before(spans);
  if (kind === 'session') return t.reminders.dayBeforeAt(leads.length === 0 ? '' : t.reminders.before(spans), clock);
  return leads.length === 0 ? t.reminders.atTimes(clock) : t.reminders.beforeAt(spans, clock);
}
