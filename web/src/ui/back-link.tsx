/** Up from a screen to the one it belongs to. */
import './back-link.css';

import type { JSX } from 'preact';

import { Link } from '../lib/navigation';
import { Icon } from './icon';

export function BackLink({ to, children }: { to: string; children: string }): JSX.Element {
  return (
    <Link to={to} class="back-link">
      <Icon name="back" />
      {children}
    </Link>
  );
}
