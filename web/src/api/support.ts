/** What is there for a family member themselves: where to turn to, a look at strain, notes to the care team. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Resource = Schemas['ResourceOutput'];
export type Relationship = Resource['relationships'][number];
export type Place = Resource['place'];
export type TeamForm = Schemas['TeamNoteFormOutput'];
export type OwnTeamNote = Schemas['OwnTeamNoteOutput'];
export type TeamNoteBody = Schemas['TeamNoteInputRequest'];
export type TeamNoteReceived = Schemas['TeamNoteReceivedOutput'];
export type TeamWish = OwnTeamNote['wish'];
export type HelpLineSaid = Schemas['HelpLineOutput'];
export type StrainForm = Schemas['StrainOutput'];
export type StrainLook = Schemas['StrainTakenOutput'];
export type StrainBody = Schemas['StrainInputRequest'];

export const TEAM_NOTES = ['team-notes'] as const;
export const STRAIN = ['strain'] as const;
/** Private words: gone from memory as soon as the screen is left. */
const FORGOTTEN = { gcTime: 0 } as const;

export const resourcesQuery = (relationship: Relationship | undefined, place: Place) =>
  queryOptions({
    queryKey: ['support', relationship ?? 'anyone', place],
    queryFn: async () => bodyOf(await api.GET('/api/v1/family/support/', { params: { query: { place, ...(relationship && { relationship }) } } })),
    staleTime: 10 * 60_000,
  });

export const teamNotesQuery = queryOptions({
  queryKey: TEAM_NOTES,
  queryFn: async () => bodyOf(await api.GET('/api/v1/family/team-notes/')),
  ...FORGOTTEN,
});

export async function sendTeamNote(body: TeamNoteBody): Promise<TeamNoteReceived> {
  return bodyOf(await api.POST('/api/v1/family/team-notes/', { body }));
}

export const strainQuery = queryOptions({
  queryKey: STRAIN,
  queryFn: async () => bodyOf(await api.GET('/api/v1/family/strain/')),
  ...FORGOTTEN,
});

export async function takeStrain(body: StrainBody): Promise<StrainLook> {
  return bodyOf(await api.POST('/api/v1/family/strain/', { body }));
}

export async function forgetStrain(id: string): Promise<void> {
  await api.DELETE('/api/v1/family/strain/{look_id}/', { params: { path: { look_id: id } } });
}
