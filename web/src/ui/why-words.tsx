/** The sentence or two behind “Why we ask this”. */
import type { JSX } from 'preact';

import { t } from '../lib/strings';
import type { WhyAsked } from './why';

export function WhyWords({ of }: { of: WhyAsked }): JSX.Element {
  return <p class="soft">{t.why[of]}</p>;
}
