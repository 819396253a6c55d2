/** Who does it, until when, and whether the client sees it, in one line. */
import type { Referral, Task } from '../../api/case-work';
import { fullDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';

export function factsOf({ owner, due_on: due, for_client: shown }: Task | Referral): string {
  const words = t.record.tasks;
  return [words.by(owner.name), due !== null && words.dueOn(fullDate(due, language)), shown && words.forClient].filter(Boolean).join(' · ');
}
