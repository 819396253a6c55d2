/** After the last step: how it is now, and whether it helped. Both may be skipped. */
import type { JSX } from 'preact';

import type { Skill } from '../../api/types';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Scale } from '../../ui/scale';
import type { Practice } from './use-practice';

export function Aftermath({ skill, practice }: { skill: Skill; practice: Practice }): JSX.Element {
  const { draft, change, moveTo, finish } = practice;
  return (
    <div class="stack">
      <h1 class="hidden-visually">{t.skills.finish}</h1>
      <div class="card">
        <Scale legend={t.skills.after[skill.rating]} low={t.skills.low} high={t.skills.high} value={draft.after} onChange={(after) => change({ after })} />
      </div>
      <div class="card">
        <Choices
          legend={t.skills.helpfulAsk}
          choices={[
            { value: 'yes', label: t.skills.yes },
            { value: 'no', label: t.skills.no },
          ]}
          value={draft.helpful === undefined ? undefined : draft.helpful ? 'yes' : 'no'}
          onChange={(value) => change({ helpful: value === 'yes' })}
        />
      </div>
      <p class="soft small">{t.skills.optional}</p>
      <div class="moves">
        <Button look="secondary" icon="back" onClick={() => moveTo(skill.steps.length - 1)}>
          {t.common.back}
        </Button>
        <Button onClick={finish}>{t.skills.save}</Button>
      </div>
    </div>
  );
}
