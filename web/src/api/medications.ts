/** My medication list as my care team keeps it, my own marks beside it, and what I noticed. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Medication = Schemas['MedicationOutput'];
export type MedicationMark = Schemas['MedicationMarkOutput'];
export type MedicationNote = Schemas['MedicationNoteOutput'];
export type Mark = Schemas['MedicationMarkInputRequest']['mark'];

const MOST = { page_size: 100 } as const;

export const medicationsQuery = queryOptions({
  queryKey: ['medications'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/medications/', { params: { query: { state: 'all', ...MOST } } })).results,
});

export const marksQuery = (on: string) =>
  queryOptions({
    queryKey: ['medications', 'marks', on],
    queryFn: async () => bodyOf(await api.GET('/api/v1/medications/marks/', { params: { query: { since: on, until: on } } })).results,
  });

export const medicationNotesQuery = queryOptions({
  queryKey: ['medications', 'notes'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/medications/notes/', { params: { query: MOST } })).results,
});

export interface MarkWish {
  medication: string;
  on: string;
  /** Of the day; null for one without times. */
  minute: number | null;
  mark: Mark;
}

export async function markMedication({ medication, ...body }: MarkWish): Promise<void> {
  await api.PUT('/api/v1/medications/{medication_id}/marks/', { params: { path: { medication_id: medication } }, body });
}

/** Sent again with the same id, a note is kept once. */
export async function writeMedicationNote(medication: string, body: { submission_id: string; text: string }): Promise<void> {
  await api.POST('/api/v1/medications/{medication_id}/notes/', { params: { path: { medication_id: medication } }, body });
}
