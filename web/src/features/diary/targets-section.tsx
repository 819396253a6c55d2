/** What the client and their clinician watch besides the rest. */
import type { JSX } from 'preact';

import type { DiaryTarget } from '../../api/diary';
import { t } from '../../lib/strings';
import { Scale } from '../../ui/scale';
import { Why } from '../../ui/why';
import { withTarget } from './answers';
import type { SectionProps } from './card-form';
import { YesNo } from './yes-no';

export function Targets({ targets, answers, onChange }: SectionProps & { targets: readonly DiaryTarget[] }): JSX.Element {
  return (
    <section class="card stack" aria-labelledby="targets">
      <header>
        <h2 id="targets">{t.diary.targetsTitle}</h2>
        <Why about={t.diary.targetsTitle} of="diaryTargets" />
      </header>
      {targets.map((target) => (
        <Target key={target.id} target={target} answers={answers} onChange={onChange} />
      ))}
    </section>
  );
}

function Target({ target: { id, label, kind, scale }, answers, onChange }: SectionProps & { target: DiaryTarget }): JSX.Element {
  const answer = answers.targets?.[id];
  return (
    <div class="diary-urge">
      {scale === '0-5' ? (
        <Scale max={5} legend={label} low={t.diary.none} high={t.diary.strongest} value={answer?.level} onChange={(level) => onChange(withTarget(answers, id, { level }))} />
      ) : (
        <YesNo legend={label} value={answer?.value} onChange={(value) => onChange(withTarget(answers, id, { value }))} />
      )}
      {kind === 'urge' && scale === '0-5' && <YesNo legend={t.diary.actedTarget} value={answer?.acted} onChange={(acted) => onChange(withTarget(answers, id, { acted }))} />}
    </div>
  );
}
