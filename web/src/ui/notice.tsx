/** A short framed sentence inside a screen: calm, warm (needs a look) or a refusal. */
import './notice.css';

import type { ComponentChildren, JSX } from 'preact';

import { Icon, type IconName } from './icon';

interface NoticeProps {
  tone?: 'calm' | 'warm';
  icon?: IconName;
  /** Read out at once, for a refusal that follows what the person just did. */
  urgent?: boolean;
  children: ComponentChildren;
}

export function Notice({ tone = 'calm', icon, urgent = false, children }: NoticeProps): JSX.Element {
  return (
    <div class={`notice notice-${tone}`} role={urgent ? 'alert' : undefined}>
      {icon && <Icon name={icon} />}
      <div class="notice-words">{children}</div>
    </div>
  );
}
