/** One thing that is shared: its name, of which days it speaks, and what there is. */
import type { ComponentChildren, JSX } from 'preact';

import { shortDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Icon, type IconName } from '../icon';

export type Level = 2 | 3;

interface PartProps {
  title: string;
  icon: IconName;
  /** That of the card around it. */
  level: Level;
  days?: { from: string; to: string };
  children: ComponentChildren;
}

export function Part({ title, icon, level, days, children }: PartProps): JSX.Element {
  const Heading = level === 2 ? 'h3' : 'h4';
  return (
    <section class="shared-part">
      <header class="shared-part-top">
        <Icon name={icon} />
        <Heading class="shared-part-title">{title}</Heading>
        {days && <span class="soft small">{t.sharedCard.period(shortDate(days.from, language), shortDate(days.to, language))}</span>}
      </header>
      {children}
    </section>
  );
}

export const NothingYet = (): JSX.Element => <p class="soft">{t.sharedCard.nothingYet}</p>;
