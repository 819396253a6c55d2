/**
 * Somebody may be a client and a relative, or staff and a relative. These are apart in the
 * navigation, so that it is always plain on which side one is.
 */
import type { Role } from '../api/types';

export type Side = 'own' | 'work' | 'family';

const ROLES: Record<Side, readonly Role[]> = {
  own: ['client'],
  work: ['clinician', 'administrator'],
  family: ['family'],
};
const SIDES = Object.keys(ROLES) as Side[];

export const sidesOf = (roles: readonly Role[]): Side[] => SIDES.filter((side) => rolesOn(side, roles).length > 0);

/** Those of a person's roles that belong to a side. */
export const rolesOn = (side: Side, roles: readonly Role[]): Role[] => roles.filter((role) => ROLES[side].includes(role));

let last: Side | undefined;

/** The side of a screen; on one that belongs to every side, the one where the person was before. */
export function sideAt(screen: { roles: readonly Role[]; side?: Side } | undefined, roles: readonly Role[]): Side | undefined {
  const mine = sidesOf(roles);
  const shown = sideOf(screen);
  if (shown && mine.includes(shown)) last = shown;
  return mine.find((side) => side === last) ?? mine[0];
}

/** The one side that a screen belongs to, if there is one. */
function sideOf(screen: { roles: readonly Role[]; side?: Side } | undefined): Side | undefined {
  if (!screen) return undefined;
  const [first, ...others] = sidesOf(screen.roles);
  return screen.side ?? (others.length === 0 ? first : undefined);
}
