/** Who is invited and has not come yet, and a second factor that somebody lost. For administrators. */
import { infiniteQueryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import { showPasskey } from './passkey';
import type { components } from './schema';
import type { Shown } from './use-proof';

type Schemas = components['schemas'];
export type Invitation = Schemas['InvitationOutput'];
export type InvitationBody = Schemas['InvitationInputRequest'];
export type Invited = InvitationBody['roles'][number];
export type ResetReason = Schemas['ResetFactorInputRequest']['reason'];

export const INVITATIONS = ['invitations'] as const;
export const INVITED: readonly Invited[] = ['client', 'clinician', 'administrator'];

export const invitationsQuery = infiniteQueryOptions({
  queryKey: INVITATIONS,
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/invitations/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export const invite = async (body: InvitationBody): Promise<Invitation> => bodyOf(await api.POST('/api/v1/invitations/', { body }));

const at = (id: string) => ({ params: { path: { invitation_id: id } } });

export const inviteAgain = async (id: string): Promise<Invitation> => bodyOf(await api.POST('/api/v1/invitations/{invitation_id}/again/', at(id)));

export async function withdrawInvitation(id: string): Promise<void> {
  await api.POST('/api/v1/invitations/{invitation_id}/withdraw/', at(id));
}

/** Somebody of a list, or a relative by their address: they are in no list. */
export type Whom = { person: string } | { email: string };

/** Take a lost second factor away. Whoever asks shows once more that it is they; with neither word, by a passkey. */
export async function resetFactor({ whom, reason, shown }: { whom: Whom; reason: ResetReason; shown: Shown }): Promise<void> {
  if (!('password' in shown) && !('code' in shown)) await showPasskey('reauthenticate');
  const body = { reason, ...shown };
  if ('email' in whom) await api.POST('/api/v1/people/second-factor/reset/', { body: { ...body, email: whom.email } });
  else await api.POST('/api/v1/people/{person_id}/second-factor/reset/', { params: { path: { person_id: whom.person } }, body });
}
