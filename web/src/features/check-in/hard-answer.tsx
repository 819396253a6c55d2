/** Help, at once, after an answer that says a person may not be safe. Works with no line. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { useWatchWords } from '../../offline/watch';
import { Button } from '../../ui/button';
import { HelpFirst } from '../../ui/help-first';

interface HardAnswerProps {
  /** The answer has reached the server. */
  reached: boolean;
  onGoOn: () => void;
}

export function HardAnswer({ reached, onGoOn }: HardAnswerProps): JSX.Element {
  const words = t.checkIn.hard;
  return (
    <HelpFirst words={words} standing={`${reached ? words.sent : words.waiting} ${words.honest}`} watch={useWatchWords(reached)} program={useDevice().me.program}>
      <Button look="secondary" wide onClick={onGoOn}>
        {words.goOn}
      </Button>
    </HelpFirst>
  );
}
