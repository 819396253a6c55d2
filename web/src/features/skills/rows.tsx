/** Rows of a few fields each: change one, add one, take one away. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Button } from '../../ui/button';

interface RowsProps<Row> {
  label: string;
  help: string;
  rows: Row[];
  empty: Row;
  most: number;
  add: string;
  onChange: (rows: Row[]) => void;
  children: (row: Row, change: (row: Row) => void, at: number) => JSX.Element;
}

export function Rows<Row>({ label, help, rows, empty, most, add, onChange, children }: RowsProps<Row>): JSX.Element {
  const shown = rows.length > 0 ? rows : [empty];
  return (
    <fieldset class="stack-small">
      <legend class="question-legend">{label}</legend>
      <p class="soft small">{help}</p>
      {shown.map((row, at) => (
        // Rows have no identity but their place.
        <div key={at} class="card stack-small">
          {children(row, (next) => onChange(shown.map((one, index) => (index === at ? next : one))), at)}
          {shown.length > 1 && (
            <div>
              <Button look="quiet" icon="close" onClick={() => onChange(shown.filter((_, index) => index !== at))}>
                {t.skills.removeLine(at + 1)}
              </Button>
            </div>
          )}
        </div>
      ))}
      {shown.length < most && (
        <div>
          <Button look="quiet" icon="plus" onClick={() => onChange([...shown, empty])}>
            {add}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
