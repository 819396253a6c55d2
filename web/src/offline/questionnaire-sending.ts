/** The ways of a questionnaire's answers into the queue: all of them, a part ahead of the rest, and what follows. */
import type { FollowUpBody, PartBody, ResponseBody } from '../api/questionnaires';
import { deviceTimezone } from '../lib/dates';
import { newSubmissionId } from '../lib/ids';
import { givenOf, type Answers } from '../lib/questionnaire';
import type { Outbox } from './outbox';
import type { Work } from './queue';

/** The name of this filling-in, and what it says. */
export interface Filled {
  submissionId: string;
  questionnaire: string;
  answers: Answers;
}

const PARTS = '/api/v1/questionnaire-drafts/';

/** What was said so far goes ahead of the rest: it cannot wait for the last question. */
export async function sendPart(outbox: Outbox, { submissionId, questionnaire, answers }: Filled): Promise<void> {
  const body: PartBody = { questionnaire, timezone: deviceTimezone(), recorded_at: new Date().toISOString(), answers: givenOf(answers) };
  await outbox.add({ id: newSubmissionId(), kind: 'questionnaire_part', method: 'PUT', path: `${PARTS}${submissionId}/`, body: { ...body } });
}

export async function sendAnswers(outbox: Outbox, { submissionId, questionnaire, answers }: Filled): Promise<void> {
  const body: ResponseBody = { submission_id: submissionId, questionnaire, timezone: deviceTimezone(), recorded_at: new Date().toISOString(), answers: givenOf(answers) };
  await outbox.add({ id: submissionId, kind: 'questionnaire', path: '/api/v1/questionnaire-responses/', body: { ...body } });
}

export type FollowUp = Omit<FollowUpBody, 'submission_id' | 'recorded_at'>;

/** Behind the answers that it follows, in the same queue. */
export async function sendFollowUp(outbox: Outbox, submissionId: string, words: FollowUp): Promise<void> {
  const body: FollowUpBody = { submission_id: newSubmissionId(), recorded_at: new Date().toISOString(), ...words };
  await outbox.add({ id: body.submission_id, kind: 'follow_up', path: `${PARTS}${submissionId}/follow-up/`, body: { ...body } });
}

/** Whether a part of this filling-in still waits here. */
export const partWaits = (work: readonly Work[], submissionId: string): boolean =>
  work.some(({ kind, path }) => kind === 'questionnaire_part' && path === `${PARTS}${submissionId}/`);
