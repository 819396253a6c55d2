/** For whom there is a guide. An administrator reads the clinicians’ one; their own is docs/administration.md. */
import type { Role } from '../../api/types';

export type Reader = 'client' | 'family' | 'clinician';

const READERS: readonly string[] = ['client', 'family', 'clinician'] satisfies Reader[];

export const isReader = (who: string): who is Reader => READERS.includes(who);

export const readersOf = (roles: readonly Role[]): Reader[] => [...new Set(roles.map((role) => (role === 'administrator' ? 'clinician' : role)))];
