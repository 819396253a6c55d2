/** Buttons, and links that look like them. */
import './button.css';

import type { ComponentChildren, JSX } from 'preact';

import { Link } from '../lib/navigation';
import { Icon, type IconName } from './icon';

export type ButtonLook = 'primary' | 'secondary' | 'quiet';

interface Looks {
  look?: ButtonLook | undefined;
  wide?: boolean | undefined;
  icon?: IconName | undefined;
  children: ComponentChildren;
}

interface ButtonProps extends Looks {
  type?: 'button' | 'submit';
  onClick?: () => void;
  /** Something is under way: pressing again does nothing, and it is said out loud. */
  busy?: boolean;
  label?: string;
  pressed?: boolean;
  expanded?: boolean;
}

const classOf = ({ look = 'primary', wide }: Looks): string =>
  `button button-${look}${wide ? ' button-wide' : ''}`;

export function Button(props: ButtonProps): JSX.Element {
  const { type = 'button', onClick, busy = false, icon, label, pressed, expanded, children } = props;
  return (
    <button
      type={type}
      class={classOf(props)}
      onClick={busy ? undefined : onClick}
      aria-disabled={busy || undefined}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** To another screen of the app. */
export function ButtonLink({ to, label, ...looks }: Looks & { to: string; label?: string }): JSX.Element {
  return (
    <Link to={to} class={classOf(looks)} label={label}>
      {looks.icon && <Icon name={looks.icon} />}
      {looks.children}
    </Link>
  );
}

/** Out of the app: a call, a text message, a map. */
export function ButtonOut({ href, label, ...looks }: Looks & { href: string; label?: string }): JSX.Element {
  return (
    <a href={href} class={classOf(looks)} rel="noreferrer" aria-label={label}>
      {looks.icon && <Icon name={looks.icon} />}
      {looks.children}
    </a>
  );
}
