/** Steps on the way, by phase: each says what it rests on, and can be marked. */
import './milestones.css';

import type { ComponentChildren, JSX } from 'preact';

import { dayOf } from '../lib/day-of';
import { t } from '../lib/strings';
import { Button } from './button';
import { Icon } from './icon';

type Phase = 'early' | 'weeks_4_to_8' | 'long_term';

export interface MilestoneShown {
  slug: string;
  phase: Phase;
  title: string;
  meaning: string;
  computed: boolean;
  reached: boolean;
  since: string | null;
  /** What the rule saw when it was reached. */
  based_on: string;
  /** What the rule sees now. */
  now: string;
}

interface MilestonesProps {
  milestones: readonly MilestoneShown[];
  /** The phase in which the person is. */
  phase: Phase | null;
  /** On the buttons, in the words of who marks. */
  words: { mark: string; unmark: string };
  /** The one that is being marked. */
  busy: string | undefined;
  onMark: (milestone: MilestoneShown) => void;
  /** What else can be done with one that was reached. */
  more?: (milestone: MilestoneShown) => ComponentChildren;
}

const PHASES: readonly Phase[] = ['early', 'weeks_4_to_8', 'long_term'];

export function Milestones({ milestones, phase: present, words, busy, onMark, more }: MilestonesProps): JSX.Element {
  return (
    <>
      {PHASES.map((phase) => (
        <details key={phase} class="card milestone-phase" open={phase === (present ?? 'early')}>
          <summary>
            <h3>{t.progress.phases[phase]}</h3>
          </summary>
          <ul class="milestones">
            {milestones
              .filter((milestone) => milestone.phase === phase)
              .map((milestone) => (
                <Row key={milestone.slug} milestone={milestone} words={words} busy={busy === milestone.slug} onMark={onMark} more={more} />
              ))}
          </ul>
        </details>
      ))}
    </>
  );
}

interface RowProps extends Pick<MilestonesProps, 'words' | 'onMark'> {
  milestone: MilestoneShown;
  busy: boolean;
  more: MilestonesProps['more'];
}

function Row({ milestone, words, busy, onMark, more }: RowProps): JSX.Element {
  const { title, meaning, reached, computed } = milestone;
  const mark = reached ? words.unmark : words.mark;
  return (
    <li class={reached ? 'milestone milestone-reached' : 'milestone'}>
      <Icon name={reached ? 'check' : 'flag'} />
      <div class="stack-small">
        <p class="strong">{title}</p>
        <p class="soft small">{meaning}</p>
        <Standing milestone={milestone} />
        {(!computed || reached) && (
          <div class="milestone-moves">
            <Button look="quiet" busy={busy} label={`${mark}: ${title}`} onClick={() => onMark(milestone)}>
              {mark}
            </Button>
            {reached && more?.(milestone)}
          </div>
        )}
      </div>
    </li>
  );
}

/** Whether it was reached, since when, and what that rests on. */
function Standing({ milestone: { reached, since, based_on, now } }: { milestone: MilestoneShown }): JSX.Element {
  const rests = reached ? based_on : now;
  return (
    <>
      <p class="small">{reached && since !== null ? t.progress.reachedOn(dayOf(since)) : t.progress.notYet}</p>
      {rests !== '' && <p class="soft small">{rests}</p>}
    </>
  );
}
