/** What Today shows further down on a phone: it comes once what is above stands. */
import type { JSX } from 'preact';

import { AssignedCard } from './assigned-card';
import { DiaryEntry } from './diary-entry';
import { DueCard } from './due-card';
import { NoticeCard } from './notice-card';
import { NoticesEntry } from './notices-entry';
import { ReachCard } from './reach-card';
import { SkillCard, useSuggestion } from './skill-card';

export function Further({ today }: { today: string }): JSX.Element {
  const suggested = useSuggestion(today);
  return (
    <div class="stack">
      <NoticeCard />
      <ReachCard />
      <DueCard />
      <NoticesEntry />
      <AssignedCard today={today} shown={suggested?.slug} />
      <DiaryEntry today={today} />
      {suggested && <SkillCard suggested={suggested} />}
    </div>
  );
}
