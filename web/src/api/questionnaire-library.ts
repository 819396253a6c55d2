/** The questionnaires of the clinic, for administrators: what was imported, and importing more. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import { isProblem } from './problem';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Version = Schemas['QuestionnaireOutput'];
export type VersionDetail = Schemas['QuestionnaireDetailOutput'];
export type Preview = Schemas['PreviewOutput'];
export type ImportBody = Schemas['ImportInputRequest'];
export type WrittenScoring = Schemas['ScoringInputRequest'];
export type LicenceBody = Schemas['LicenceInputRequest'];
export type Licence = Version['licence'];

/** What keeps a file out: where in it, and why. */
export interface FileProblem {
  path: string;
  sentence: string;
}

export const VERSIONS_KEY = ['questionnaire-versions'] as const;

export const versionsQuery = infiniteQueryOptions({
  queryKey: [...VERSIONS_KEY, 'list'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/questionnaire-versions/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

const at = (id: string) => ({ path: { questionnaire_id: id } });

export const versionQuery = (id: string) =>
  queryOptions({
    queryKey: [...VERSIONS_KEY, id],
    queryFn: async () => bodyOf(await api.GET('/api/v1/questionnaire-versions/{questionnaire_id}/', { params: at(id) })),
  });

export async function previewImport(body: ImportBody): Promise<Preview> {
  return bodyOf(await api.POST('/api/v1/questionnaire-versions/preview/', { body }));
}

export async function importFile(body: ImportBody): Promise<Version> {
  return bodyOf(await api.POST('/api/v1/questionnaire-versions/', { body }));
}

export async function activateVersion(id: string): Promise<void> {
  await api.POST('/api/v1/questionnaire-versions/{questionnaire_id}/activate/', { params: at(id) });
}

export async function retireVersion(id: string): Promise<void> {
  await api.POST('/api/v1/questionnaire-versions/{questionnaire_id}/retire/', { params: at(id) });
}

export async function changeLicence(id: string, body: LicenceBody): Promise<void> {
  await api.POST('/api/v1/questionnaire-versions/{questionnaire_id}/licence/', { params: at(id), body });
}

/** Everything that is wrong with a file, in its own order; empty when something else went wrong. */
export function problemsOf(error: Error | null): FileProblem[] {
  if (!isProblem(error)) return [];
  const { fields = {}, members } = error.refusal;
  const listed = Array.isArray(members['problems']) ? (members['problems'] as FileProblem[]) : [];
  if (listed.length > 0) return listed;
  return Object.entries(fields).flatMap(([path, sentences]) => sentences.map((sentence) => ({ path, sentence })));
}
