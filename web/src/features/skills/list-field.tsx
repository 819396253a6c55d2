/** Several short lines, as many as the person wants. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';

interface ListFieldProps {
  label: string;
  help: string;
  most?: number;
  value: string[];
  onChange: (value: string[]) => void;
}

const MOST_LINES = 20;

export function ListField({ label, help, most = MOST_LINES, value, onChange }: ListFieldProps): JSX.Element {
  const lines = value.length > 0 ? value : [''];
  const setLine = (at: number, text: string): void => onChange(lines.map((line, index) => (index === at ? text : line)));
  return (
    <fieldset class="stack-small">
      <legend class="question-legend">{label}</legend>
      <p class="soft small">{help}</p>
      {lines.map((line, at) => (
        // Lines have no identity but their place.
        <div key={at} class="list-line">
          <TextField quietLabel label={t.skills.line(label, at + 1)} maxLength={500} value={line} onChange={(text) => setLine(at, text)} />
          {lines.length > 1 && (
            <Button look="quiet" icon="close" label={t.skills.removeLine(at + 1)} onClick={() => onChange(lines.filter((_, index) => index !== at))}>
              {null}
            </Button>
          )}
        </div>
      ))}
      {lines.length < most && (
        <div>
          <Button look="quiet" icon="plus" onClick={() => onChange([...lines, ''])}>
            {t.skills.addLine}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
