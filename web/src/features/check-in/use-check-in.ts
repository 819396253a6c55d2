/** One day's check-in in progress: where it starts from, how each answer is kept, how it is sent. */
import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'preact/compat';

import { checkInFormQuery, type CheckInForm } from '../../api/check-in-form';
import { checkInsQuery } from '../../api/queries';
import { deviceTimezone, shiftDay } from '../../lib/dates';
import { newSubmissionId } from '../../lib/ids';
import { checkInDraftName, standingOf, type CheckInDay } from '../../offline/check-in-day';
import { useDevice, useOutbox } from '../../offline/device';
import { linkGoal } from '../../offline/moments';
import type { Receipt } from '../../offline/queue';
import { useKept } from '../../offline/use-kept';
import { useKeptQuery } from '../../offline/use-kept-query';
import { bodyOf, draftFrom, goalLinkOf, mustSendAhead, type Answers, type Draft } from './answers';

export type Readiness = 'loading' | 'unreachable' | 'ready';

export interface CheckInInProgress {
  readiness: Readiness;
  day: CheckInDay;
  draft: Draft;
  /** What is asked; undefined until it was ever known on this device. */
  form: CheckInForm | undefined;
  /** A hard answer of this day has reached the server. */
  reached: boolean;
  /** The day was checked in before: these answers take the place of the earlier ones. */
  changing: boolean;
  answer: (answers: Answers) => void;
  moveTo: (at: number) => void;
  /** Resolves true when the answers are safe on the device; false when mood is missing. */
  save: () => Promise<boolean>;
}

export function useCheckIn(on: string, today: string): CheckInInProgress {
  const history = useQuery(checkInsQuery(shiftDay(today, -2), today));
  const day = standingOf(on, useOutbox(), history.data);
  const kept = useKept<Draft>(checkInDraftName(on));
  const form = useKeptQuery('check-in-form', checkInFormQuery).data;
  const send = useSend(on, day, form);
  const { outbox } = useDevice();
  const given = day.work?.body ?? day.checkIn;
  const draft = kept.value ?? draftFrom(given);
  // An answer counts from the tap on, also for what follows it before the next drawing.
  const newestRef = useRef(draft);
  useLayoutEffect(() => {
    newestRef.current = draft;
  });
  const changing = day.standing !== 'none';

  const write = (next: Draft): void => {
    const ahead = mustSendAhead(next);
    newestRef.current = ahead ? { ...next, sentAhead: next.answers.safety ?? '' } : next;
    kept.write(newestRef.current);
    if (ahead) void send(next.answers);
  };

  return {
    readiness: readinessOf(kept.loaded, kept.value !== undefined || given !== undefined || !changing, history.isPending),
    day,
    draft,
    form,
    reached: day.work === undefined && draft.sentAhead !== undefined,
    changing,
    answer: (answers) => write({ ...newestRef.current, answers: { ...newestRef.current.answers, ...answers } }),
    moveTo: (at) => write({ ...newestRef.current, at }),
    save: async () => {
      const { answers } = newestRef.current;
      const saved = await send(answers);
      if (!saved) return false;
      kept.write(undefined);
      const link = goalLinkOf(answers, given);
      if (link) await linkGoal(outbox, on, link);
      return true;
    },
  };
}

/** Answers of a day that was received before can only be changed when they are known here. */
function readinessOf(loaded: boolean, known: boolean, asking: boolean): Readiness {
  if (!loaded || (!known && asking)) return 'loading';
  return known ? 'ready' : 'unreachable';
}

/** Put answers into the outbox, addressed so that they amend when the day is already there. */
function useSend(on: string, day: CheckInDay, form: CheckInForm | undefined): (answers: Answers) => Promise<boolean> {
  const { outbox } = useDevice();
  return async (answers) => {
    const id = newSubmissionId();
    const body = bodyOf(answers, { submissionId: id, formVersion: form?.version, on, timezone: deviceTimezone(), recordedAt: new Date() });
    if (!body) return false;
    const path = pathFor(day, outbox.snapshot().receipts.find((receipt) => receipt.on === on), body.mood != null);
    await outbox.add({ id, kind: 'check_in', path, body: { ...body }, mayAmend: day.standing !== 'none' });
    // Only now that the newer answers are safe may the ones held back go.
    if (day.work && day.work.state !== 'waiting') await outbox.remove(day.work.id);
    return true;
  };
}

/** A part of the answers goes to the day itself, which lays it over what it has. */
function pathFor({ checkIn }: CheckInDay, receipt: Receipt | undefined, whole: boolean): string {
  if (!whole) return '/api/v1/check-ins/';
  const known = checkIn?.id ?? receipt?.id;
  return known === undefined ? '/api/v1/check-ins/' : `/api/v1/check-ins/${known}/amendments/`;
}
