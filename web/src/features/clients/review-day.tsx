/** The day of the next look at a client's plan, and changing it. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Plan, Whose } from '../../api/plans';
import { sentenceOf } from '../../api/trouble';
import { usePlanReview } from '../../api/use-plan-review';
import { fullDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';

interface ReviewDayProps {
  whose: Whose;
  plan: Plan;
}

export function ReviewDay({ whose, plan }: ReviewDayProps): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <div class="stack-small" role="group" aria-label={t.clients.review}>
      <p>{t.plan.reviewOn(fullDate(plan.review_on, language))}</p>
      {open ? (
        <ReviewForm whose={whose} plan={plan} onClose={() => setOpen(false)} />
      ) : (
        <div class="no-print">
          <Button look="secondary" onClick={() => setOpen(true)}>
            {t.clients.reviewChange}
          </Button>
        </div>
      )}
    </div>
  );
}

function ReviewForm({ whose, plan, onClose }: ReviewDayProps & { onClose: () => void }): JSX.Element {
  const [day, setDay] = useState('');
  const [checked, setChecked] = useState(false);
  const review = usePlanReview(whose, plan, onClose);
  const save = (): void => {
    setChecked(true);
    if (day !== '') review.set(day);
  };
  return (
    <SmallForm bare save={t.clients.reviewSave} busy={review.busy} trouble={troubleOf(review)} onSave={save} onClose={onClose}>
      <TextField
        type="date"
        label={t.clients.reviewDay}
        hint={t.clients.reviewHint}
        value={day}
        onChange={setDay}
        error={checked && day === '' ? t.clients.required : review.refused}
      />
    </SmallForm>
  );
}

function troubleOf({ error, newer, refused }: ReturnType<typeof usePlanReview>): string | undefined {
  if (!error || refused !== undefined) return undefined;
  return newer ? t.clients.reviewNewer : sentenceOf(error);
}
