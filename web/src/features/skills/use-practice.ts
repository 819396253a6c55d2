/** One practice in progress: kept sealed on the device, and put into the outbox at the end. */
import { useState } from 'preact/compat';

import type { PracticeBody, Skill } from '../../api/types';
import { newSubmissionId } from '../../lib/ids';
import { useDevice } from '../../offline/device';
import { useKept } from '../../offline/use-kept';
import { tidy, type FieldValue } from './field-value';

type Stage = 'intro' | 'step' | 'after' | 'done';

interface Draft {
  version: string;
  startedAt: string;
  /** -1 before the first step; the number of steps when they are over. */
  at: number;
  before?: number;
  after?: number;
  helpful?: boolean;
  answers: Record<string, FieldValue>;
}

export interface Practice {
  loaded: boolean;
  stage: Stage;
  draft: Draft;
  /** There is something to come back to. */
  begun: boolean;
  change: (part: Partial<Draft>) => void;
  setAnswer: (key: string, value: FieldValue) => void;
  moveTo: (at: number) => void;
  finish: () => Promise<void>;
  /** The name of the finished practice in the outbox. */
  workId: string | undefined;
}

const freshDraft = (skill: Skill): Draft => ({
  version: skill.version,
  startedAt: new Date().toISOString(),
  at: -1,
  answers: {},
});

export function usePractice(skill: Skill): Practice {
  const { outbox } = useDevice();
  const kept = useKept<Draft>(`practice:${skill.slug}`);
  const [fresh] = useState(() => freshDraft(skill));
  const [finished, setFinished] = useState<{ draft: Draft; workId: string }>();
  const [submissionId] = useState(newSubmissionId);
  // Answers to an older text of the skill may not fit the newer one.
  const draft = finished?.draft ?? (kept.value?.version === skill.version ? kept.value : fresh);

  return {
    loaded: kept.loaded,
    stage: finished ? 'done' : stageOf(draft, skill),
    draft,
    begun: kept.value !== undefined,
    change: (part) => kept.write({ ...draft, ...part }),
    setAnswer: (key, value) => kept.write({ ...draft, answers: { ...draft.answers, [key]: value } }),
    moveTo: (at) => kept.write({ ...draft, at }),
    finish: async () => {
      if (finished) return;
      // One id for one practice: a second press writes the same row, not another.
      const body = bodyOf(skill, draft, submissionId);
      await outbox.add({ id: submissionId, kind: 'practice', path: '/api/v1/practices/', body: { ...body } });
      setFinished({ draft, workId: submissionId });
      kept.write(undefined);
    },
    workId: finished?.workId,
  };
}

function stageOf({ at }: Draft, { steps }: Skill): Stage {
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

function bodyOf(skill: Skill, draft: Draft, submissionId: string): PracticeBody {
  return {
    submission_id: submissionId,
    skill: skill.slug,
    skill_version: skill.version,
    started_at: draft.startedAt,
    finished_at: new Date().toISOString(),
    ...(draft.before !== undefined && { before: draft.before }),
    ...(draft.after !== undefined && { after: draft.after }),
    ...(draft.helpful !== undefined && { helpful: draft.helpful }),
    answers: tidyAll(draft.answers),
  };
}
