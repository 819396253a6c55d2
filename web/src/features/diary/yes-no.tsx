/** A question with yes or no, small beside the scale it belongs to. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Choices } from '../../ui/choices';

interface YesNoProps {
  legend: string;
  value: boolean | null | undefined;
  onChange: (value: boolean) => void;
  /** The question stands above already. */
  quiet?: boolean;
}

export function YesNo({ legend, value, onChange, quiet = false }: YesNoProps): JSX.Element {
  const picked = value == null ? undefined : value ? 'yes' : 'no';
  return (
    <div class="diary-yes-no">
      {!quiet && (
        <span class="diary-ask" aria-hidden="true">
          {legend}
        </span>
      )}
      <Choices
        compact="pills"
        legend={legend}
        choices={[
          { value: 'no', label: t.diary.no },
          { value: 'yes', label: t.diary.yes },
        ]}
        value={picked}
        onChange={(answer) => onChange(answer === 'yes')}
      />
    </div>
  );
}
