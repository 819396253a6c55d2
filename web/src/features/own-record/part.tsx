/** One part of the screen: what it is for, a form that opens in its place, and what is there. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

interface PartProps {
  name: string;
  title: string;
  about: string;
  ask: string;
  sent: string;
  form: (close: () => void, sent: () => void) => ComponentChildren;
  children: ComponentChildren;
}

export function Part({ name, title, about, ask, sent, form, children }: PartProps): JSX.Element {
  const [state, setState] = useState<'closed' | 'open' | 'sent'>('closed');
  const close = (): void => setState('closed');
  return (
    <section class="stack-small" aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      <p>{about}</p>
      <div role="status">{state === 'sent' && <Notice icon="check">{sent}</Notice>}</div>
      {state === 'open' ? (
        form(close, () => setState('sent'))
      ) : (
        <div>
          <Button look="secondary" icon="plus" onClick={() => setState('open')}>
            {ask}
          </Button>
        </div>
      )}
      {children}
    </section>
  );
}

/** The answer that staff gave, if they did. */
export const Answer = ({ words }: { words: string }): JSX.Element | null => (words === '' ? null : <p>{t.ownRecord.answer(words)}</p>);
