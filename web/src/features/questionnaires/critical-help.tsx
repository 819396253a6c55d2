/** Help before the next question, after an answer that says a person may be in danger. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { useDevice, useOutbox } from '../../offline/device';
import { partWaits } from '../../offline/questionnaire-sending';
import { useWatchWords } from '../../offline/watch';
import { Button } from '../../ui/button';
import { HelpFirst } from '../../ui/help-first';

interface CriticalHelpProps {
  submissionId: string;
  onAnswer: () => void;
  onGoOn: () => void;
}

export function CriticalHelp({ submissionId, onAnswer, onGoOn }: CriticalHelpProps): JSX.Element {
  const words = t.questionnaires.hard;
  const waits = partWaits(useOutbox().work, submissionId);
  return (
    <HelpFirst words={words} standing={`${waits ? words.waiting : words.sent} ${words.honest}`} watch={useWatchWords(!waits)} program={useDevice().me.program}>
      <Button look="secondary" wide onClick={onAnswer}>
        {words.answer}
      </Button>
      <Button look="secondary" wide onClick={onGoOn}>
        {words.goOn}
      </Button>
    </HelpFirst>
  );
}
