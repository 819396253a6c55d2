/** What keeps a request for a call from being sent, by field: found here, or said by the server. */
import type { CallRequest } from '../../api/admissions';
import { isProblem } from '../../api/problem';
import { t } from '../../lib/strings';

export type CallFaults = Partial<Record<'name' | 'phone' | 'email', string>>;

const FEWEST_DIGITS = 7;
// A rough look, to catch a slip of the thumb; the server says whether it can be used.
const EMAIL = /^\S+@\S+\.\S+$/;

type How = 'phone' | 'email';

export function faultsIn(request: Pick<CallRequest, 'name' | 'phone' | 'email'>, how: How, refused: Error | null): CallFaults {
  const found = {
    name: request.name.trim() === '' ? t.about.call.needName : saidOf(refused, 'name'),
    [how]: (how === 'phone' ? phoneFault(request.phone) : emailFault(request.email)) ?? saidOf(refused, how),
  };
  return Object.fromEntries(Object.entries(found).filter(([, sentence]) => sentence !== undefined));
}

const saidOf = (refused: Error | null, field: string): string | undefined => (isProblem(refused) ? refused.refusal.fields?.[field]?.[0] : undefined);

const phoneFault = (phone: string): string | undefined => (phone.replace(/\D/g, '').length < FEWEST_DIGITS ? t.about.call.needPhone : undefined);

const emailFault = (email: string): string | undefined => (EMAIL.test(email.trim()) ? undefined : t.about.call.needEmail);
