/** Above the questions: which day this is for, and the two settings. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { dayName } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { DayPicker } from './day-picker';

export type Layout = 'one' | 'page';

interface CheckInTopProps {
  on: string;
  today: string;
  onDay: (on: string) => void;
  changing: boolean;
  /** The questions are under way: the settings wait behind a button. */
  begun: boolean;
  layout: Layout;
  onLayout: (layout: Layout) => void;
}

export function CheckInTop({ on, today, onDay, changing, begun, layout, onLayout }: CheckInTopProps): JSX.Element {
  const [asked, setAsked] = useState(false);
  const open = asked || !begun;
  return (
    <header class="check-in-top">
      <div class="row row-apart">
        <p class="check-in-name">
          {changing ? t.checkIn.amendTitle : t.checkIn.title} · {dayName(on, today)}
        </p>
        {begun && (
          <Button look="quiet" expanded={open} onClick={() => setAsked(!asked)}>
            {t.checkIn.settings}
          </Button>
        )}
      </div>
      {open && (
        <div class="check-in-settings">
          <DayPicker on={on} today={today} onDay={onDay} />
          <LayoutPicker layout={layout} onLayout={onLayout} />
        </div>
      )}
    </header>
  );
}

function LayoutPicker({ layout, onLayout }: Pick<CheckInTopProps, 'layout' | 'onLayout'>): JSX.Element {
  const layouts = [
    { value: 'one', label: t.checkIn.oneByOne },
    { value: 'page', label: t.checkIn.onePage },
  ];
  return (
    <Choices
      compact="segments"
      legend={t.checkIn.layout}
      choices={layouts}
      value={layout}
      onChange={(value) => onLayout(value === 'page' ? 'page' : 'one')}
    />
  );
}
