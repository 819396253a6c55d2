/** A whole row that leads somewhere: a drawing, a name, a few words. */
import './row-link.css';

import type { ComponentChildren, JSX } from 'preact';

import { Link } from '../lib/navigation';
import { Icon, type IconName } from './icon';

interface RowLinkProps {
  to: string;
  icon: IconName;
  title: string;
  children?: ComponentChildren;
  /** How it stands, below the words. */
  state?: ComponentChildren;
  /** The one to reach for when it is hard. */
  strong?: boolean;
  onFollow?: () => void;
}

export function RowLink({ to, icon, title, children, state, strong = false, onFollow }: RowLinkProps): JSX.Element {
  return (
    <Link to={to} class={strong ? 'card row-link row-link-strong' : 'card row-link'} onFollow={onFollow}>
      <span class="round-icon">
        <Icon name={icon} />
      </span>
      <span class="row-link-words">
        <span class="row-link-title">{title}</span>
        {children !== undefined && <span class="soft small">{children}</span>}
        {state && <span class="row-link-state">{state}</span>}
      </span>
      <Icon name="next" />
    </Link>
  );
}
