/** What a clinician sees and asks of a client’s practising, and a clinic’s own exercises. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type ClientPractice = Schemas['ClientPracticeOutput'];
export type ClientAssignment = Schemas['ClientAssignmentOutput'];
export type AssignmentBody = Schemas['AssignmentInputRequest'];
export type ClinicExercise = Schemas['ClinicExerciseOutput'];
export type ExerciseBody = Schemas['ExerciseInputRequest'];
export type SkillPreview = Schemas['SkillOutput'];

const at = (client: string) => ({ path: { client_id: client } });

export const clientPracticesQuery = (client: string) =>
  queryOptions({
    queryKey: ['clients', client, 'practices'],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/clients/{client_id}/practices/', { params: { ...at(client), query: { page_size: 50 } } })).results,
  });

export const clientSkillsQuery = (client: string) =>
  queryOptions({
    queryKey: ['clients', client, 'skills'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/skills/', { params: at(client) })),
  });

export const clientAssignmentsQuery = (client: string) =>
  queryOptions({
    queryKey: ['clients', client, 'assignments'],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/clients/{client_id}/assignments/', { params: { ...at(client), query: { page_size: 100 } } })).results,
  });

export async function assign(client: string, body: AssignmentBody): Promise<ClientAssignment[]> {
  return bodyOf(await api.POST('/api/v1/clients/{client_id}/assignments/', { params: at(client), body })).results;
}

export async function withdrawAssignment(id: string): Promise<void> {
  await api.DELETE('/api/v1/assignments/{assignment_id}/', { params: { path: { assignment_id: id } } });
}

export const exercisesQuery = queryOptions({
  queryKey: ['exercises'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/exercises/')).results,
});

export async function previewExercise(body: ExerciseBody): Promise<SkillPreview> {
  return bodyOf(await api.POST('/api/v1/exercises/preview/', { body }));
}

/** Publish a new exercise, or a new version of the one of that name. */
export async function publishExercise(body: ExerciseBody, replacing: string | undefined): Promise<ClinicExercise> {
  if (replacing === undefined) return bodyOf(await api.POST('/api/v1/exercises/', { body }));
  return bodyOf(await api.PUT('/api/v1/exercises/{slug}/', { params: { path: { slug: replacing } }, body }));
}

export async function retireExercise(slug: string): Promise<void> {
  await api.POST('/api/v1/exercises/{slug}/retire/', { params: { path: { slug } } });
}
