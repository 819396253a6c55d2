/** All that the card asks, section by section, and the one button that saves it. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { diaryTargetsQuery } from '../../api/diary';
import { t } from '../../lib/strings';
import { Button, ButtonLink } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Scale } from '../../ui/scale';
import { Why } from '../../ui/why';
import type { Answers } from './answers';
import { Body } from './body-section';
import { Emotions, Pain } from './feelings-section';
import { SkillPicker } from './skill-picker';
import { Targets } from './targets-section';
import { Urges } from './urges-section';
import { useSaving } from './use-saving';

export interface SectionProps {
  answers: Answers;
  onChange: (answers: Answers) => void;
}

interface CardFormProps extends SectionProps {
  /** Something on the card calls for help; the way there stays in sight. */
  hard: boolean;
  onSave: () => Promise<boolean>;
}

export function CardForm({ answers, hard, onChange, onSave }: CardFormProps): JSX.Element {
  const targets = useQuery(diaryTargetsQuery('in_force')).data ?? [];
  const { saving, trouble, save } = useSaving(onSave);
  const section = { answers, onChange };
  return (
    <>
      <Urges {...section} />
      {targets.length > 0 && <Targets {...section} targets={targets} />}
      <Emotions {...section} />
      <Pain {...section} />
      <Body {...section} />
      <SkillPicker picked={answers.skills ?? []} onChange={(skills) => onChange({ ...answers, skills })} />
      <section class="card stack">
        <Scale max={7} legend={t.diary.rating} low={t.diary.ratingLow} high={t.diary.ratingHigh} value={answers.skill_rating} onChange={(skill_rating) => onChange({ ...answers, skill_rating })} />
        <Why about={t.diary.rating} of="diaryRating" />
      </section>
      <section class="card">
        <TextArea label={t.diary.note} hint={t.diary.noteHint} maxLength={4000} value={answers.note ?? ''} onChange={(note) => onChange({ ...answers, note })} />
        <Why about={t.diary.note} of="diaryNote" />
      </section>
      <footer class="stack-small">
        {trouble !== undefined && (
          <Notice tone="warm" urgent>
            {trouble}
          </Notice>
        )}
        {hard && (
          <ButtonLink to="/help" look="secondary" icon="help" wide>
            {t.common.helpLabel}
          </ButtonLink>
        )}
        <Button wide busy={saving} onClick={save}>
          {t.diary.save}
        </Button>
        <p class="soft small">{t.diary.draftNote}</p>
      </footer>
    </>
  );
}
