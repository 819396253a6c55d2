/** The skills of the library, to tick those that were used. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { skillsQuery } from '../../api/queries';
import type { SkillSummary } from '../../api/types';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Loading } from '../../ui/loading';
import { Why } from '../../ui/why';
import { toggled } from './answers';

interface SkillPickerProps {
  picked: readonly string[];
  onChange: (picked: string[]) => void;
}

export function SkillPicker({ picked, onChange }: SkillPickerProps): JSX.Element {
  const skills = useQuery(skillsQuery());
  return (
    <section class="card stack-small" aria-labelledby="skills-used">
      <header>
        <h2 id="skills-used">{t.diary.skillsTitle}</h2>
        <p class="soft">{t.diary.skillsLead}</p>
        <Why about={t.diary.skillsTitle} of="diarySkills" />
      </header>
      {skills.isPending && <Loading lines={2} />}
      {skills.isError && !skills.data && <p class="soft">{t.diary.skillsNone}</p>}
      {skills.data && <Ticks skills={skills.data} picked={picked} onChange={onChange} />}
    </section>
  );
}

const SHOWN_AT_FIRST = 8;

function Ticks({ skills, picked, onChange }: SkillPickerProps & { skills: readonly SkillSummary[] }): JSX.Element {
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const found = matching(skills, picked, search);
  const short = !all && search.trim() === '' && found.length > SHOWN_AT_FIRST;
  return (
    <>
      <TextField label={t.diary.skillsFind} value={search} onChange={setSearch} />
      <p class="soft small" role="status">
        {found.length === 0 ? t.diary.skillsNoMatch : t.diary.skillsPicked(picked.length)}
      </p>
      <div class="diary-ticks" role="group" aria-labelledby="skills-used">
        {(short ? found.filter(({ slug }, at) => at < SHOWN_AT_FIRST || picked.includes(slug)) : found).map(({ slug, title }) => (
          <label key={slug} class="choice diary-tick">
            <input type="checkbox" checked={picked.includes(slug)} onChange={() => onChange(toggled(picked, slug))} />
            <span>{title}</span>
          </label>
        ))}
      </div>
      {short && (
        <div>
          <Button look="quiet" onClick={() => setAll(true)}>
            {t.diary.skillsAll(found.length)}
          </Button>
        </div>
      )}
    </>
  );
}

/** Skills with this in their title, and those that are ticked; in the order of the library, so that nothing moves under the finger. */
function matching(skills: readonly SkillSummary[], picked: readonly string[], search: string): SkillSummary[] {
  const wanted = search.trim().toLowerCase();
  return skills.filter(({ slug, title }) => picked.includes(slug) || title.toLowerCase().includes(wanted));
}
