/** The days that a slow change is compared with: chosen by a clinician, never by the rules. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { chooseGoodPeriod, goodPeriodsQuery, type GoodPeriod, type GoodPeriodBody } from '../../api/client-warnings';
import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { fullDate } from '../../lib/dates';
import { dayOf } from '../../lib/day-of';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';

export function GoodPeriods({ client }: { client: string }): JSX.Element {
  const found = useQuery(goodPeriodsQuery(client));
  const [choosing, setChoosing] = useState(false);
  const words = t.clientWarnings.period;
  return (
    <section class="card stack-small" aria-labelledby="warnings-period">
      <h2 id="warnings-period">{words.title}</h2>
      <p class="soft">{words.lead}</p>
      <Asked query={found} isOffline={isOffline}>
        {([now, ...before]) => (
          <>
            {now ? <OnePeriod period={now} /> : <p>{words.first}</p>}
            {choosing ? (
              <PeriodForm client={client} onClose={() => setChoosing(false)} />
            ) : (
              <div>
                <Button look="secondary" icon="calendar" onClick={() => setChoosing(true)}>
                  {words.choose}
                </Button>
              </div>
            )}
            {before.length > 0 && <Before periods={before} />}
          </>
        )}
      </Asked>
    </section>
  );
}

function OnePeriod({ period: { first_on: first, last_on: last, reason, set_by: by, set_at: at } }: { period: GoodPeriod }): JSX.Element {
  return (
    <div>
      <p class="strong">{t.clientWarnings.period.chosen(fullDate(first, language), fullDate(last, language))}</p>
      <p>
        {reason}
        <span class="soft small"> · {t.clientWarnings.thresholds.by(by.name, dayOf(at))}</span>
      </p>
    </div>
  );
}

function Before({ periods }: { periods: readonly GoodPeriod[] }): JSX.Element {
  return (
    <details>
      <summary>{t.clientWarnings.period.before}</summary>
      <ul class="stack-small">
        {periods.map((period) => (
          <li key={period.id}>
            <OnePeriod period={period} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function PeriodForm({ client, onClose }: { client: string; onClose: () => void }): JSX.Element {
  const words = t.clientWarnings.period;
  const [form, setForm] = useState<GoodPeriodBody>({ first_on: '', last_on: '', reason: '' });
  const [checked, setChecked] = useState(false);
  const saving = useSending((body: GoodPeriodBody) => chooseGoodPeriod({ client, ...body }), [goodPeriodsQuery(client).queryKey], onClose);
  const save = (): void => {
    setChecked(true);
    const body = { ...form, reason: form.reason.trim() };
    if (Object.values(body).every((value) => value !== '')) saving.mutate(body);
  };
  const missing = (field: 'first_on' | 'last_on'): string | undefined => (checked && form[field] === '' ? words.needDays : refusalAt(saving.error, field));
  return (
    <SmallForm bare save={words.save} busy={saving.isPending} trouble={troubleBesides(saving.error, ['first_on', 'last_on', 'reason'])} onSave={save} onClose={onClose}>
      <p class="soft">{words.hint}</p>
      <TextField type="date" label={words.firstOn} value={form.first_on} error={missing('first_on')} onChange={(value) => setForm({ ...form, first_on: value })} />
      <TextField type="date" label={words.lastOn} value={form.last_on} error={missing('last_on')} onChange={(value) => setForm({ ...form, last_on: value })} />
      <TextArea
        label={words.reason}
        rows={2}
        maxLength={1000}
        value={form.reason}
        error={checked && form.reason.trim() === '' ? t.clientWarnings.required : refusalAt(saving.error, 'reason')}
        onChange={(reason) => setForm({ ...form, reason })}
      />
    </SmallForm>
  );
}
