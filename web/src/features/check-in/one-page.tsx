/** The whole check-in on one page. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { QuestionsProps } from './one-by-one';
import { QuestionField } from './question-field';
import { useSaving } from './use-saving';
import { WhyAsked } from './why';

export function OnePage({ questions, whyOf, draft, onAnswer, onSave }: Omit<QuestionsProps, 'onMove'>): JSX.Element {
  const [moodMissing, setMoodMissing] = useState(false);
  const { saving, save } = useSaving(onSave, () => setMoodMissing(true));
  return (
    <section class="stack">
      <h1 class="hidden-visually">{t.checkIn.title}</h1>
      {questions.map((question) => (
        <div key={question.key} class="card">
          <QuestionField question={question} answers={draft.answers} onAnswer={onAnswer} />
          <WhyAsked question={question} words={whyOf(question)} />
        </div>
      ))}
      {moodMissing && draft.answers.mood === undefined && (
        <Notice tone="warm" urgent>
          {t.checkIn.needMood}
        </Notice>
      )}
      <Button wide busy={saving} onClick={save}>
        {t.checkIn.save}
      </Button>
    </section>
  );
}
