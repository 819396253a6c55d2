/** A word or two about the state of a thing. The tone repeats what the word says. */
import './chip.css';

import type { JSX } from 'preact';

import { Icon, type IconName } from './icon';

export type ChipTone = 'plain' | 'calm' | 'warm' | 'plum';

interface ChipProps {
  tone?: ChipTone;
  icon?: IconName;
  /** A whole sentence for those who listen, where the eye has less room. */
  spoken?: string;
  children: string;
}

export function Chip({ tone = 'plain', icon, spoken, children }: ChipProps): JSX.Element {
  return (
    <span class={`chip chip-${tone}`}>
      {icon && <Icon name={icon} />}
      <span aria-hidden={spoken ? true : undefined}>{children}</span>
      {spoken && <span class="hidden-visually">{spoken}</span>}
    </span>
  );
}
