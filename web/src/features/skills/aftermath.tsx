/** After the last step: how it is now, and whether it helped. Both may be skipped. */
import type { JSX } from 'preact';

import type { Skill } from '../../api/types';
import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Scale } from '../../ui/scale';
import { Switch } from '../../ui/switch';
import type { Practice } from './use-practice';

export function Aftermath({ skill, practice }: { skill: Skill; practice: Practice }): JSX.Element {
  const { draft, change, moveTo, finish } = practice;
  const heading = useArrival();
  return (
    <div class="stack">
      <h1 ref={heading} tabIndex={-1} class="player-step-title">
        {t.skills.afterTitle}
      </h1>
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
      {Object.keys(draft.answers).length > 0 && (
        <div class="card">
          <Switch label={t.skills.share} on={draft.share ?? false} meaning={draft.share ? t.skills.shareOn : t.skills.shareOff} onChange={(share) => change({ share })} />
        </div>
      )}
      <div class="moves">
        <Button look="secondary" icon="back" onClick={() => moveTo(skill.steps.length - 1)}>
          {t.common.back}
        </Button>
        <Button onClick={finish}>{t.skills.save}</Button>
      </div>
    </div>
  );
}
