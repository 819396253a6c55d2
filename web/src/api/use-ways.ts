/** With what a person can show once more that it is they. */
import { useQuery } from '@tanstack/react-query';

import { factorsQuery } from './account';
import { canUsePasskeys } from './passkey';

/** Beside the password; a passkey only where this browser can show one. */
export function useWays(asking: boolean): { passkey: boolean; code: boolean } {
  const factors = useQuery({ ...factorsQuery, enabled: asking }).data ?? [];
  const has = (type: string): boolean => factors.some((factor) => factor.type === type);
  return { passkey: has('webauthn') && canUsePasskeys(), code: has('totp') };
}
