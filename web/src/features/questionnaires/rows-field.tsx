/** A set of questions that can be answered several times, such as one row for each medicine. */
import type { JSX } from 'preact';

import type { Form } from '../../api/questionnaires';
import { askedInRow, type Answer, type Answers, type Item, type Row } from '../../lib/questionnaire';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { QuestionField } from './question-field';

interface RowsFieldProps {
  form: Form;
  item: Item;
  value: Answer | null;
  answers: Answers;
  onAnswer: (value: Answer | null) => void;
}

const MOST_ROWS = 20;

export function RowsField({ form, item, value, answers, onAnswer }: RowsFieldProps): JSX.Element {
  const rows = Array.isArray(value) ? (value as Row[]) : [];
  const write = (at: number, row: Row): void => onAnswer(rows.map((one, n) => (n === at ? row : one)));
  return (
    <div class="stack">
      {rows.map((row, at) => (
        <fieldset key={at} class="card stack">
          <legend class="hidden-visually">{t.questionnaires.nth(at + 1)}</legend>
          {askedInRow(form.items, item, [answers, row]).map((question) => (
            <QuestionField key={question.link_id} item={question} value={(row[question.link_id] ?? null) as Answer | null} onAnswer={(one) => write(at, { ...row, [question.link_id]: one })} />
          ))}
          <div>
            <Button look="quiet" label={t.questionnaires.removeNth(at + 1)} onClick={() => onAnswer(rows.filter((_, n) => n !== at))}>
              {t.questionnaires.remove}
            </Button>
          </div>
        </fieldset>
      ))}
      {rows.length < (item.most ?? MOST_ROWS) && (
        <div>
          <Button look="secondary" icon="plus" onClick={() => onAnswer([...rows, {}])}>
            {rows.length === 0 ? t.questionnaires.addOne : t.questionnaires.another}
          </Button>
        </div>
      )}
    </div>
  );
}
