/** A calendar address that was just made: to copy, or to open in the calendar app. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { Button, ButtonOut } from '../../ui/button';
import { Notice } from '../../ui/notice';

export function NewLink({ address }: { address: string }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const { feed } = t.timetable;
  const copy = (): void => {
    // Without leave to copy, the address can still be marked and copied by hand.
    navigator.clipboard.writeText(address).then(() => setCopied(true), () => undefined);
  };
  return (
    <div class="stack-small" role="status">
      <p class="strong">{feed.once}</p>
      <code class="new-link" aria-label={feed.label}>
        {address}
      </code>
      <div class="row">
        <Button icon={copied ? 'check' : 'card'} onClick={copy}>
          {copied ? feed.copied : feed.copy}
        </Button>
        <ButtonOut href={address.replace(/^https?:/, 'webcal:')} look="secondary" icon="calendar">
          {feed.open}
        </ButtonOut>
      </div>
      <p class="soft small">{feed.how}</p>
      <Notice icon="lock">{feed.care}</Notice>
    </div>
  );
}
