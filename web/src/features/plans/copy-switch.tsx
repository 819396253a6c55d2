/** The client's own choice to keep their safety plan on this device. */
import type { JSX } from 'preact';

import type { Plan } from '../../api/plans';
import { t } from '../../lib/strings';
import { safetyOf, type SafetyCopy } from '../../offline/safety-copy';
import type { Kept } from '../../offline/use-kept';
import { Switch } from '../../ui/switch';

export function CopySwitch({ copy, plan }: { copy: Kept<SafetyCopy>; plan: Plan }): JSX.Element | null {
  if (!copy.loaded) return null;
  const on = copy.value !== undefined;
  return (
    <section class="card stack-small">
      <Switch label={t.plan.copyTitle} on={on} meaning={on ? t.plan.copyOn : t.plan.copyOff} onChange={(wanted) => copy.write(wanted ? { plan: safetyOf(plan) } : undefined)} />
      <p class="soft small">{t.plan.copyCare}</p>
    </section>
  );
}
