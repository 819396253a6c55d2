/** The small goal of the day, and, from the evening on, how it went. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import { dailyGoalsQuery, type GoalOutcome } from '../../api/moments';
import { deviceTimezone, minuteOfDay, shiftDay } from '../../lib/dates';
import { lazyWithWords, t } from '../../lib/strings';
import { useDevice, useOutbox } from '../../offline/device';
import { answerGoal, goalPath } from '../../offline/moments';
import type { Work } from '../../offline/queue';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

/** In a chunk of its own: the first screen does not wait for it. */
const GoalLinkEntry = lazyWithWords(['care', 'today'], () => import('./goal-link').then((m) => m.GoalLinkEntry));

/** From this hour on a day's goal is asked about; the day before is asked about all day. */
const EVENING = 17 * 60;

interface Goal {
  on: string;
  goal: string;
  outcome: GoalOutcome | null;
}

/** Today's goal; before one is set, yesterday's while nobody has said how it went. */
export function GoalCard({ today, goal }: { today: string; goal: unknown }): JSX.Element | null {
  const yesterday = shiftDay(today, -1);
  const known = useQuery(dailyGoalsQuery(yesterday, today)).data ?? [];
  const { work } = useOutbox();
  const of = (on: string, words: unknown): Goal | undefined => {
    const said = known.find((one) => one.on === on);
    const text = typeof words === 'string' && words !== '' ? words : said?.goal;
    return text ? { on, goal: text, outcome: unsentOutcome(work, on) ?? ((said?.outcome ?? null) as GoalOutcome | null) } : undefined;
  };
  const ofToday = of(today, goal);
  const ofYesterday = of(yesterday, undefined);
  if (ofToday) return <OneGoal goal={ofToday} title={t.today.goalTitle} asking={minuteOfDay(new Date(), deviceTimezone()) >= EVENING} />;
  if (ofYesterday?.outcome === null) return <OneGoal goal={ofYesterday} title={t.today.goalYesterday} asking />;
  return null;
}

function unsentOutcome(work: readonly Work[], on: string): GoalOutcome | undefined {
  const sent = work.filter(({ kind, path, state }) => kind === 'goal' && state === 'waiting' && path === goalPath(on)).at(-1);
  return sent?.body['outcome'] as GoalOutcome | undefined;
}

interface OneGoalProps {
  goal: Goal;
  title: string;
  asking: boolean;
}

function OneGoal({ goal: { on, goal, outcome }, title, asking }: OneGoalProps): JSX.Element {
  return (
    <section class="card goal" aria-labelledby="goal-card">
      <span class="round-icon">
        <Icon name="flag" />
      </span>
      <div class="stack-small">
        <h2 id="goal-card" class="goal-title">
          {title}
        </h2>
        <p class="goal-words">{goal}</p>
        <Suspense fallback={null}>
          <GoalLinkEntry on={on} />
        </Suspense>
        {asking && <HowItWent on={on} outcome={outcome} />}
      </div>
    </section>
  );
}

const OUTCOMES: readonly GoalOutcome[] = ['done', 'partly', 'not_today'];

function HowItWent({ on, outcome }: { on: string; outcome: GoalOutcome | null }): JSX.Element {
  const { outbox } = useDevice();
  const [asked, setAsked] = useState(outcome === null);
  if (outcome !== null && !asked) {
    return (
      <p role="status" class="goal-said">
        {t.today.goalOutcomes[outcome]}. {t.today.goalThanks[outcome]}{' '}
        <Button look="quiet" onClick={() => setAsked(true)}>
          {t.today.goalChange}
        </Button>
      </p>
    );
  }
  const answer = (picked: GoalOutcome): void => {
    setAsked(false);
    void answerGoal(outbox, on, picked);
  };
  return (
    <div class="goal-ask" role="group" aria-label={t.today.goalAsk}>
      <p>{t.today.goalAsk}</p>
      <div class="row">
        {OUTCOMES.map((one) => (
          <Button key={one} look="secondary" onClick={() => answer(one)}>
            {t.today.goalOutcomes[one]}
          </Button>
        ))}
      </div>
    </div>
  );
}
