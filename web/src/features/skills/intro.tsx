/** What the skill is, what to mind, and how it is now, before the first step. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Skill } from '../../api/types';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Scale } from '../../ui/scale';
import type { Practice } from './use-practice';

export function Intro({ skill, practice }: { skill: Skill; practice: Practice }): JSX.Element {
  return (
    <div class="stack">
      <div class="stack-small">
        <h1>{skill.title}</h1>
        <p class="lead">{skill.summary}</p>
        <p class="soft">{t.skills.minutes(skill.minutes)}</p>
      </div>
      {skill.cautions.length > 0 && (
        <Notice tone="warm">
          <p class="strong">{t.skills.caution}</p>
          <ul class="player-list">
            {skill.cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
        </Notice>
      )}
      <BeforeCard skill={skill} practice={practice} />
      <Button wide onClick={() => practice.moveTo(0)}>
        {t.skills.start}
      </Button>
    </div>
  );
}

/** Asked once: what was said on the way here is only shown, with a way to change it. */
function BeforeCard({ skill, practice: { draft, said, change } }: { skill: Skill; practice: Practice }): JSX.Element {
  const [asking, setAsking] = useState(said === undefined);
  if (!asking) {
    return (
      <div class="card row row-apart">
        <p class="strong">{t.skills.youSaid(said ?? 0)}</p>
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t.skills.changeRating}
        </Button>
      </div>
    );
  }
  return (
    <div class="card">
      <Scale legend={t.skills.before[skill.rating]} low={t.skills.low} high={t.skills.high} value={draft.before} onChange={(before) => change({ before })} />
      <p class="soft small player-optional">{t.skills.optional}</p>
    </div>
  );
}
