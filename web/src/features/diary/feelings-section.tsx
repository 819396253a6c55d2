/** Emotions, and pain in feelings and body, each from 0 to 5. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Scale } from '../../ui/scale';
import { Why } from '../../ui/why';
import { EMOTIONS, MISERY } from './answers';
import type { SectionProps } from './card-form';

export function Emotions({ answers, onChange }: SectionProps): JSX.Element {
  return (
    <section class="card stack" aria-labelledby="emotions">
      <header>
        <h2 id="emotions">{t.diary.emotionsTitle}</h2>
        <p class="soft">{t.diary.emotionsLead}</p>
        <Why about={t.diary.emotionsTitle} of="diaryEmotions" />
      </header>
      {EMOTIONS.map((key) => (
        <Scale
          key={key}
          max={5}
          legend={t.diary.emotions[key]}
          low={t.diary.low}
          high={t.diary.high}
          value={answers.emotions?.[key]}
          onChange={(level) => onChange({ ...answers, emotions: { ...answers.emotions, [key]: level } })}
        />
      ))}
    </section>
  );
}

export function Pain({ answers, onChange }: SectionProps): JSX.Element {
  return (
    <section class="card stack" aria-labelledby="pain">
      <header>
        <h2 id="pain">{t.diary.miseryTitle}</h2>
        <Why about={t.diary.miseryTitle} of="diaryPain" />
      </header>
      {MISERY.map((key) => (
        <Scale
          key={key}
          max={5}
          legend={t.diary.misery[key]}
          low={t.diary.low}
          high={t.diary.high}
          value={answers.misery?.[key]}
          onChange={(level) => onChange({ ...answers, misery: { ...answers.misery, [key]: level } })}
        />
      ))}
    </section>
  );
}
