/** Another person's unsent answers are on this device: nothing is deleted or sent unasked. */
import type { JSX } from 'preact';

import { signOut } from '../../api/session';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';

interface SomeoneElseScreenProps {
  onGoOn: () => Promise<void>;
  onStop: () => Promise<void>;
}

export function SomeoneElseScreen({ onGoOn, onStop }: SomeoneElseScreenProps): JSX.Element {
  const stop = async (): Promise<void> => {
    await signOut();
    await onStop();
  };
  return (
    <section class="page page-narrow stack">
      <h1>{t.door.someoneElseTitle}</h1>
      <p>{t.door.someoneElse}</p>
      <Button onClick={stop}>{t.door.someoneElseStop}</Button>
      <Button look="secondary" onClick={onGoOn}>
        {t.door.someoneElseGoOn}
      </Button>
    </section>
  );
}
