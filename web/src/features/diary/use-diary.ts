/** One day's diary card in progress: where it starts from, how it is kept, and how it is saved. */
import { useQuery } from '@tanstack/react-query';

import { diaryCardsQuery } from '../../api/diary';
import { deviceTimezone, shiftDay } from '../../lib/dates';
import { newSubmissionId } from '../../lib/ids';
import { useDevice, useOutbox } from '../../offline/device';
import { diaryDraftName, diaryPath, diaryStandingOf, type DiaryDay } from '../../offline/diary-day';
import { useKept } from '../../offline/use-kept';
import { answersFrom, bodyOf, type Answers } from './answers';

/** A draft remembers which version it changes, so that a newer one is never replaced unseen. */
interface Draft {
  answers: Answers;
  base: number;
}

export interface DiaryInProgress {
  readiness: 'loading' | 'unreachable' | 'ready';
  day: DiaryDay;
  answers: Answers;
  /** Keeps the answers on the device; nothing is sent. */
  write: (answers: Answers) => void;
  /** Resolves true when the card is safe in the queue; false when nothing was answered. */
  save: () => Promise<boolean>;
}

export function useDiary(on: string, today: string): DiaryInProgress {
  const history = useQuery(diaryCardsQuery(shiftDay(today, -2), today));
  const snapshot = useOutbox();
  const day = diaryStandingOf(on, snapshot, history.data);
  const kept = useKept<Draft>(diaryDraftName(on));
  const given = day.work?.body ?? day.card;
  const draft = kept.value ?? { answers: answersFrom(given), base: day.version };
  const save = useSave(on, day);
  const known = kept.value !== undefined || given !== undefined || day.standing === 'none';
  return {
    readiness: readinessOf(kept.loaded && snapshot.loaded, known, history.isPending),
    day,
    answers: draft.answers,
    write: (answers) => kept.write({ answers, base: draft.base }),
    save: async () => {
      const saved = await save(draft);
      if (saved) kept.write(undefined);
      return saved;
    },
  };
}

/** Put the card into the queue, with the version that it is to replace. */
function useSave(on: string, day: DiaryDay): (draft: Draft) => Promise<boolean> {
  const { outbox } = useDevice();
  return async ({ answers, base }) => {
    const id = newSubmissionId();
    // Behind one's own unsent card there is no version to compare with yet.
    const baseVersion = day.standing === 'saved' ? null : Math.max(base, agreedVersion(day));
    const body = bodyOf(answers, { submissionId: id, timezone: deviceTimezone(), recordedAt: new Date(), baseVersion });
    if (!body) return false;
    await outbox.add({ id, kind: 'diary_card', method: 'PUT', path: diaryPath(on), body: { ...body } });
    // Only now that the newer answers are safe may the ones held back go.
    if (day.work && day.work.state !== 'waiting') await outbox.remove(day.work.id);
    return true;
  };
}

/** A card that was held back told which version came first; writing on means agreeing to replace it. */
const agreedVersion = ({ work }: DiaryDay): number => work?.trouble?.existingVersion ?? 0;

/** A day that was received before can only be changed when its answers are known here. */
function readinessOf(loaded: boolean, known: boolean, asking: boolean): DiaryInProgress['readiness'] {
  if (!loaded || (asking && !known)) return 'loading';
  return known ? 'ready' : 'unreachable';
}
