/**
 * Questionnaires on the device: what is due and their forms, kept sealed so that they can be
 * answered with no line. Sending the answers is questionnaire-sending.ts.
 */
import { dueQuery, formQuery, type Due, type Form } from '../api/questionnaires';
import type { Work } from './queue';
import { useKeptQuery, type KeptAnswer } from './use-kept-query';

export const useDue = (): KeptAnswer<Due[]> => useKeptQuery('questionnaires-due', dueQuery);
export const useForm = (questionnaire: string): KeptAnswer<Form> => useKeptQuery(`questionnaire-form:${questionnaire}`, formQuery(questionnaire));

export const questionnaireDraftName = (questionnaire: string): string => `questionnaire:${questionnaire}`;

/** Answers to this questionnaire that have not been received, the newest. */
export const unsentAnswers = (work: readonly Work[], questionnaire: string): Work | undefined =>
  work.filter(({ kind, body }) => kind === 'questionnaire' && body['questionnaire'] === questionnaire).at(-1);
