/** Three short questions after a critical answer. None of them must be answered. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { useDevice } from '../../offline/device';
import { sendFollowUp, type FollowUp } from '../../offline/questionnaire-sending';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Switch } from '../../ui/switch';

const QUESTIONS = ['intent', 'plan', 'recent_act'] as const;
const ANSWERS = ['no', 'unsure', 'yes'] as const;
type Said = (typeof ANSWERS)[number];

export function FollowUpForm({ submissionId, onDone }: { submissionId: string; onDone: () => void }): JSX.Element {
  const { outbox } = useDevice();
  const heading = useArrival();
  const [said, setSaid] = useState<FollowUp>({ wants_contact: false });
  const [busy, setBusy] = useState(false);
  const words = t.questionnaires.followUp;
  const choices = ANSWERS.map((value) => ({ value, label: words.answers[value] }));
  const send = (): void => {
    setBusy(true);
    void sendFollowUp(outbox, submissionId, said).then(onDone);
  };
  return (
    <section class="page stack">
      <header class="stack-small">
        <h1 ref={heading} tabIndex={-1}>
          {words.title}
        </h1>
        <p class="lead">{words.lead}</p>
      </header>
      {QUESTIONS.map((question) => (
        <Choices key={question} legend={words.questions[question]} choices={choices} value={said[question]} onChange={(answer) => setSaid({ ...said, [question]: answer as Said })} />
      ))}
      <Switch label={words.contact} on={said.wants_contact ?? false} meaning={said.wants_contact ? words.contactOn : words.contactOff} onChange={(wants_contact) => setSaid({ ...said, wants_contact })} />
      <div class="moves">
        <Button look="secondary" onClick={onDone}>
          {t.common.skip}
        </Button>
        <Button busy={busy} onClick={send}>
          {words.send}
        </Button>
      </div>
    </section>
  );
}
