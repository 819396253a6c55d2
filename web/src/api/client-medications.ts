/** A client's medication list as the care team keeps it; every change leaves what stood before. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type MedicationBody = Schemas['MedicationInputRequest'];
export type CareChange = Schemas['CareChangeOutput'];

const at = (client: string) => ({ client_id: client });
const medicationAt = (id: string) => ({ params: { path: { medication_id: id } } });
const MOST = { page_size: 100 } as const;

export const clientMedicationsKey = (client: string) => ['clients', client, 'medications'] as const;

export const clientMedicationsQuery = (client: string) =>
  queryOptions({
    queryKey: [...clientMedicationsKey(client), 'list'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/medications/', { params: { path: at(client), query: { state: 'all', ...MOST } } })).results,
  });

export const clientMarksQuery = (client: string, since: string, until: string) =>
  queryOptions({
    queryKey: [...clientMedicationsKey(client), 'marks', since, until],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/medications/marks/', { params: { path: at(client), query: { since, until } } })).results,
  });

export const clientMedicationNotesQuery = (client: string) =>
  queryOptions({
    queryKey: [...clientMedicationsKey(client), 'notes'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/medications/notes/', { params: { path: at(client), query: MOST } })).results,
  });

export const medicationHistoryQuery = (medication: string) =>
  queryOptions({
    queryKey: ['medications', medication, 'history'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/medications/{medication_id}/history/', medicationAt(medication))).results,
  });

/** Put one on the list, or change what one says. */
export async function saveMedication(client: string, id: string | undefined, body: MedicationBody): Promise<void> {
  if (id === undefined) await api.POST('/api/v1/clients/{client_id}/medications/', { params: { path: at(client) }, body });
  else await api.PUT('/api/v1/medications/{medication_id}/', { ...medicationAt(id), body });
}

export async function stopMedication(id: string): Promise<void> {
  await api.POST('/api/v1/medications/{medication_id}/stop/', { ...medicationAt(id), body: {} });
}

export async function seeMedicationNote(note: string): Promise<void> {
  await api.POST('/api/v1/medication-notes/{note_id}/seen/', { params: { path: { note_id: note } } });
}
