/** One practice in progress: kept sealed on the device, and put into the outbox at the end. */
import { useState } from 'preact/compat';

import type { PracticeBody, Skill } from '../../api/types';
import { newSubmissionId } from '../../lib/ids';
import { useDevice } from '../../offline/device';
import { useAssignments, useOpening, type Opening } from '../../offline/practised';
import { useKept } from '../../offline/use-kept';
import { tidy, type FieldValue } from './field-value';

/** begun: there is an earlier half, and the person has not yet said what to do with it. */
export type Stage = 'begun' | 'intro' | 'step' | 'after' | 'done';

export interface Draft {
  version: string;
  startedAt: string;
  /** -1 before the first step; the number of steps when they are over. */
  at: number;
  need?: string;
  before?: number;
  after?: number;
  helpful?: boolean;
  share?: boolean;
  answers: Record<string, FieldValue>;
}

export interface Practice {
  loaded: boolean;
  stage: Stage;
  draft: Draft;
  /** How strong it was, as said before the exercise was opened. */
  said: number | undefined;
  change: (part: Partial<Draft>) => void;
  setAnswer: (key: string, value: FieldValue) => void;
  moveTo: (at: number) => void;
  goOn: () => void;
  startAgain: () => void;
  finish: () => Promise<void>;
  /** The name of the finished practice in the outbox. */
  workId: string | undefined;
}

export const freshDraft = (skill: Skill, opening: Opening = {}): Draft => ({
  version: skill.version,
  startedAt: new Date().toISOString(),
  at: -1,
  ...opening,
  answers: {},
});

export function usePractice(skill: Skill): Practice {
  const { draft, ...kept } = useDraft(skill);
  const { finished, send } = useSending(skill);
  return {
    loaded: kept.loaded,
    stage: finished ? 'done' : kept.isHalfDone ? 'begun' : stageOf(draft, skill),
    draft: finished?.draft ?? draft,
    said: kept.opening.before,
    change: (part) => {
      // What is said now counts, not what was said before the exercise was opened.
      if (part.before !== undefined && kept.opening.before !== undefined) kept.hear({ ...kept.opening, before: part.before });
      kept.write({ ...draft, ...part });
    },
    setAnswer: (key, value) => kept.write({ ...draft, answers: { ...draft.answers, [key]: value } }),
    moveTo: (at) => kept.write({ ...draft, at }),
    goOn: kept.goOn,
    startAgain: () => kept.write(freshDraft(skill, kept.opening)),
    finish: async () => {
      await send(draft);
      kept.write(undefined);
      kept.hear(undefined);
    },
    workId: finished?.workId,
  };
}

interface DraftHere {
  loaded: boolean;
  draft: Draft;
  /** There is an earlier half, and nothing was done with it on this visit. */
  isHalfDone: boolean;
  goOn: () => void;
  write: (draft: Draft | undefined) => void;
  opening: Opening;
  hear: (opening: Opening | undefined) => void;
}

function useDraft(skill: Skill): DraftHere {
  const kept = useKept<Draft>(`practice:${skill.slug}`);
  const { opening, write: hear, loaded } = useOpening(skill.slug);
  const [fresh] = useState(() => freshDraft(skill));
  const [touched, setTouched] = useState(false);
  // Answers to an older text of the skill may not fit the newer one.
  const begun = kept.value?.version === skill.version ? kept.value : undefined;
  return {
    loaded: kept.loaded && loaded,
    draft: { ...(begun ?? fresh), ...opening },
    isHalfDone: !touched && (begun?.at ?? -1) >= 0,
    goOn: () => setTouched(true),
    write: (draft) => {
      setTouched(true);
      kept.write(draft);
    },
    opening,
    hear,
  };
}

interface Sending {
  finished: { draft: Draft; workId: string } | undefined;
  send: (draft: Draft) => Promise<void>;
}

function useSending(skill: Skill): Sending {
  const { outbox } = useDevice();
  const assignments = useAssignments();
  const [finished, setFinished] = useState<{ draft: Draft; workId: string }>();
  const [submissionId] = useState(newSubmissionId);
  return {
    finished,
    send: async (draft) => {
      if (finished) return;
      const assignment = assignments.data?.find(({ skill: { slug }, state, unsent }) => slug === skill.slug && state === 'open' && !unsent);
      // One id for one practice: a second press writes the same row, not another.
      const body = bodyOf(skill, draft, { submissionId, assignment: assignment?.id });
      await outbox.add({ id: submissionId, kind: 'practice', path: '/api/v1/practices/', body: { ...body }, shareAfter: draft.share ?? false });
      setFinished({ draft, workId: submissionId });
    },
  };
}

export function stageOf({ at }: Draft, { steps }: Skill): Stage {
  if (at < 0) return 'intro';
  return at < steps.length ? 'step' : 'after';
}

function tidyAll(answers: Draft['answers']): PracticeBody['answers'] {
  const kept: PracticeBody['answers'] = {};
  for (const [key, value] of Object.entries(answers)) {
    const tidied = tidy(value);
    if (tidied !== undefined) kept[key] = tidied;
  }
  return kept;
}

function bodyOf(skill: Skill, draft: Draft, { submissionId, assignment }: { submissionId: string; assignment: string | undefined }): PracticeBody {
  return {
    submission_id: submissionId,
    skill: skill.slug,
    skill_version: skill.version,
    started_at: draft.startedAt,
    finished_at: new Date().toISOString(),
    // Only the app writes this, from the list that the schema names.
    ...(draft.need !== undefined && { need: draft.need as NonNullable<PracticeBody['need']> }),
    ...(assignment !== undefined && { assignment }),
    ...(draft.before !== undefined && { before: draft.before }),
    ...(draft.after !== undefined && { after: draft.after }),
    ...(draft.helpful !== undefined && { helpful: draft.helpful }),
    answers: tidyAll(draft.answers),
  };
}
