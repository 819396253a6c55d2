/** When what can wait comes to me together, once a day. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { chooseDigest, digestQuery, type Digest } from '../../api/alerts';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { weekday } from '../../lib/dates';
import { fieldOfMinute, minuteOfField } from '../../lib/minutes';
import { A_MONDAY, daysFrom } from '../../lib/weeks';
import { language, t } from '../../lib/strings';
import { AskedPart } from '../../ui/asked-choice';
import { CheckList } from '../../ui/check-list';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';

export function DigestTime(): JSX.Element {
  const asked = useQuery(digestQuery);
  return (
    <details class="inbox-digest">
      <summary>{t.alerts.digest}</summary>
      <AskedPart query={asked} isOffline={isOffline} label={t.alerts.digest}>
        {(digest) => <DigestForm key={`${digest.minute} ${digest.weekdays.join()}`} digest={digest} />}
      </AskedPart>
    </details>
  );
}

function DigestForm({ digest }: { digest: Digest }): JSX.Element {
  const [time, setTime] = useState(fieldOfMinute(digest.minute));
  const [days, setDays] = useState<readonly string[]>(digest.weekdays.map(String));
  const [saved, setSaved] = useState(false);
  const sending = useSending(chooseDigest, [digestQuery.queryKey], () => setSaved(true));
  const minute = minuteOfField(time);
  const save = (): void => {
    setSaved(false);
    if (minute !== undefined) sending.mutate({ minute, weekdays: days.map(Number) });
  };
  const reset = (): void => {
    setTime(fieldOfMinute(digest.minute));
    setDays(digest.weekdays.map(String));
  };
  return (
    <SmallForm save={t.alerts.digestSave} busy={sending.isPending} trouble={sending.error ? sentenceOf(sending.error) : undefined} onSave={save} onClose={reset}>
      <p class="soft">{t.alerts.digestBody}</p>
      <TextField type="time" label={t.alerts.digestAt} value={time} onChange={setTime} error={minute === undefined ? t.alerts.required : undefined} />
      <CheckList legend={t.alerts.digestDays} options={daysFrom(A_MONDAY).map((day, at) => ({ value: String(at), label: weekday(day, language) }))} values={days} onChange={setDays} />
      <p role="status" class="soft">
        {saved && t.alerts.digestSaved}
      </p>
    </SmallForm>
  );
}
