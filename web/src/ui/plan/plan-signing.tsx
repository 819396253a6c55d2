/** Who signed a version of a plan, when it is looked at again, and the way to sign it. */
import type { ComponentChildren, JSX } from 'preact';

import { t } from '../../lib/strings';
import { Button } from '../button';
import { Icon } from '../icon';
import { Notice } from '../notice';

interface PlanSigningProps {
  id?: string;
  level?: 2 | 3;
  /** One sentence each, and whether it is done. */
  parties: readonly { sentence: string; done: boolean }[];
  about: string;
  /** Present while this reader may sign. */
  sign: { label: string; meaning: string; busy: boolean; trouble: string | undefined; onSign: () => void } | undefined;
  children?: ComponentChildren;
}

export function PlanSigning({ id = 'plan-signing', level = 2, parties, about, sign, children }: PlanSigningProps): JSX.Element {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="card stack-small plan-signing" role="group" aria-labelledby={id}>
      <Heading id={id}>{t.plan.signTitle}</Heading>
      <ul class="stack-small">
        {parties.map(({ sentence, done }) => (
          <li key={sentence} class={done ? 'plan-party plan-party-done' : 'plan-party'}>
            <Icon name={done ? 'check' : 'clock'} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      <p class="soft small">{about}</p>
      <div role="status">{sign?.trouble !== undefined && <Notice tone="warm">{sign.trouble}</Notice>}</div>
      {sign && (
        <div class="stack-small no-print">
          <p class="soft">{sign.meaning}</p>
          <div>
            <Button busy={sign.busy} onClick={sign.onSign}>
              {sign.label}
            </Button>
          </div>
        </div>
      )}
      {children}
    </div>
  );
}
