/** Why something is asked, and who reads the answer, for those who want to know. The words come when it is opened. */
import './why.css';

import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import { lazyWithWords, t, type Messages } from '../lib/strings';

export type WhyAsked = keyof Messages['why'];

const WhyWords = lazyWithWords(['why'], () => import('./why-words').then((m) => m.WhyWords));

interface WhyProps {
  /** What is asked, said to those who listen: there may be several on a page. */
  about: string;
  of?: WhyAsked;
  /** The words themselves, where somebody else wrote them; of nothing there is nothing to show. */
  words?: string;
}

export function Why({ about, of, words = '' }: WhyProps): JSX.Element | null {
  const [opened, setOpened] = useState(false);
  if (of === undefined && words === '') return null;
  return (
    <details class="why" onToggle={() => setOpened(true)}>
      <summary>
        {t.common.why}
        <span class="hidden-visually">: {about}</span>
      </summary>
      {of === undefined ? (
        <p class="soft">{words}</p>
      ) : (
        opened && (
          <Suspense fallback={null}>
            <WhyWords of={of} />
          </Suspense>
        )
      )}
    </details>
  );
}
