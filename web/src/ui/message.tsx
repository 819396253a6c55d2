/** A plain sentence in place of contents: nothing here, no connection, or something went wrong. */
import './message.css';

import type { ComponentChildren, JSX } from 'preact';

import { t } from '../lib/strings';
import { Button, ButtonLink } from './button';
import { Icon, type IconName } from './icon';

interface MessageProps {
  title: string;
  body?: ComponentChildren;
  icon?: IconName;
  action?: { label: string; to: string };
  level?: 1 | 2;
}

export function Message({ title, body, icon = 'leaf', action, level = 1 }: MessageProps): JSX.Element {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section class={level === 1 ? 'page message' : 'message'}>
      <span class="message-icon">
        <Icon name={icon} />
      </span>
      <Heading class="message-title">{title}</Heading>
      {body !== undefined && <p class="soft">{body}</p>}
      {action && <ButtonLink to={action.to}>{action.label}</ButtonLink>}
    </section>
  );
}

interface FailureProps {
  offline: boolean;
  onRetry: () => void;
  offlineBody?: string;
}

/** What a screen shows when its contents did not come. */
export function Failure({ offline, onRetry, offlineBody = t.common.offlineBody }: FailureProps): JSX.Element {
  return (
    <section class="message" role="status">
      <span class="message-icon">
        <Icon name={offline ? 'offline' : 'leaf'} />
      </span>
      <h2 class="message-title">{offline ? t.common.offlineTitle : t.common.errorTitle}</h2>
      <p class="soft">{offline ? offlineBody : t.common.errorBody}</p>
      <Button look="secondary" onClick={onRetry}>
        {t.common.tryAgain}
      </Button>
    </section>
  );
}
