/** Sharing with somebody new. */
import type { JSX } from 'preact';

import { EMPTY } from './draft';
import { Flow } from './flow';

export function GrantScreen({ step }: { step?: string }): JSX.Element {
  return <Flow step={step} start={EMPTY} />;
}
