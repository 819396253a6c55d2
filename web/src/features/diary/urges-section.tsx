/** Each urge: how strong, and, apart from that, whether it was acted on. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Scale } from '../../ui/scale';
import { Why } from '../../ui/why';
import { URGES, withUrge } from './answers';
import type { SectionProps } from './card-form';
import { YesNo } from './yes-no';

export function Urges({ answers, onChange }: SectionProps): JSX.Element {
  return (
    <section class="card stack" aria-labelledby="urges">
      <header>
        <h2 id="urges">{t.diary.urgesTitle}</h2>
        <p class="soft">{t.diary.urgesLead}</p>
        <Why about={t.diary.urgesTitle} of="diaryUrges" />
      </header>
      {URGES.map((key) => {
        const urge = answers.urges?.[key];
        return (
          <div key={key} class="diary-urge">
            <Scale max={5} legend={t.diary.urges[key]} low={t.diary.none} high={t.diary.strongest} value={urge?.level} onChange={(level) => onChange(withUrge(answers, key, { level }))} />
            <YesNo legend={t.diary.acted[key]} value={urge?.acted} onChange={(acted) => onChange(withUrge(answers, key, { acted }))} />
          </div>
        );
      })}
    </section>
  );
}
