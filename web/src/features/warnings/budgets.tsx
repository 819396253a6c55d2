/** How many warnings a site wants for each client in a month, for each rule. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { budgetsQuery, chooseBudget, WARNINGS, type Budget, type RuleFamily } from '../../api/warnings';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { optionsOf } from '../../lib/options';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { TextArea } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';

const USUAL = '0.50';
const FAMILIES: readonly RuleFamily[] = ['score', 'slide'];

export function Budgets(): JSX.Element {
  const budgets = useQuery(budgetsQuery);
  return (
    <section class="stack-small">
      <h2>{t.warnings.budgetTitle}</h2>
      <p>{t.warnings.budgetLead}</p>
      <Asked query={budgets} isOffline={isOffline}>
        {(chosen) => FAMILIES.map((family) => {
          const newest = chosen.find((one) => one.family === family);
          const by = newest && t.warnings.by(newest.chosen_by.name, shortMoment(newest.chosen_at, deviceTimezone(), language));
          return <OneBudget key={family} family={family} now={newest?.per_month ?? USUAL} by={by} note={newest?.note} />;
        })}
      </Asked>
    </section>
  );
}

interface OneBudgetProps {
  family: RuleFamily;
  now: string;
  by: string | undefined;
  note: string | undefined;
}

function OneBudget({ family, now, by, note }: OneBudgetProps): JSX.Element {
  const [changing, setChanging] = useState(false);
  if (changing) return <BudgetForm family={family} now={now} onClose={() => setChanging(false)} />;
  return (
    <div class="card stack-small">
      <h3>{t.warnings.families[family]}</h3>
      <p>{t.warnings.budgetNow(t.warnings.budgets[now] ?? now)}</p>
      {by && <p class="soft small">{[by, note].filter(Boolean).join(': ')}</p>}
      <div>
        <Button look="quiet" onClick={() => setChanging(true)} label={`${t.warnings.budgetChange}: ${t.warnings.families[family]}`}>
          {t.warnings.budgetChange}
        </Button>
      </div>
    </div>
  );
}

function BudgetForm({ family, now, onClose }: { family: RuleFamily; now: string; onClose: () => void }): JSX.Element {
  const [perMonth, setPerMonth] = useState(now);
  const [note, setNote] = useState('');
  const [checked, setChecked] = useState(false);
  const saving = useSending(chooseBudget, [WARNINGS], onClose);
  const save = (): void => {
    setChecked(true);
    if (note.trim() !== '') saving.mutate({ family, per_month: perMonth as Budget, note: note.trim() });
  };
  return (
    <SmallForm trouble={saving.error ? sentenceOf(saving.error) : undefined} save={t.warnings.budgetSave} busy={saving.isPending} onSave={save} onClose={onClose}>
      <Choices legend={t.warnings.budgetOf(t.warnings.families[family])} choices={optionsOf(t.warnings.budgets)} value={perMonth} onChange={setPerMonth} />
      <TextArea label={t.warnings.note} hint={t.warnings.noteHint} value={note} onChange={setNote} maxLength={500} error={checked && note.trim() === '' ? t.warnings.required : undefined} />
    </SmallForm>
  );
}
