/** Why the care team was warned about a client, and what is set for them: for the care team alone. */
import './client-warnings.css';

import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Notice } from '../../ui/notice';
import { GoodPeriods } from './good-periods';
import { Thresholds } from './thresholds';
import { ToldBefore } from './told-before';
import { EarlierWarnings, OpenWarnings } from './warnings';

export function WarningsTab({ client }: { client: string }): JSX.Element {
  return (
    <div class="stack">
      <Notice icon="lock">{t.clientWarnings.onlyStaff}</Notice>
      <div class="client-warnings">
        <div class="stack">
          <OpenWarnings client={client} />
          <EarlierWarnings client={client} />
        </div>
        <div class="stack">
          <Thresholds client={client} />
          <GoodPeriods client={client} />
          <ToldBefore client={client} />
        </div>
      </div>
    </div>
  );
}
