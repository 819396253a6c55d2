/** What day it is where a client is: their answers and medicines are on the days of their own calendar. */
import { useQuery } from '@tanstack/react-query';

import { clientQuery } from '../../api/clients';
import { clientEnrolmentQuery } from '../../api/enrolment';
import { deviceTimezone, localDay } from '../../lib/dates';

/** The zone of a client; this device's until it is known. */
export function useClientZone(client: string): string {
  return useQuery(clientQuery(client)).data?.timezone ?? deviceTimezone();
}

/** Today, where their program is: for what reaches it or begins and ends there. This device's until it is known. */
export function useProgramDay(client: string): string {
  return localDay(new Date(), useQuery(clientEnrolmentQuery(client)).data?.enrolment.program.timezone ?? deviceTimezone());
}

/** Today, where the client is. */
export function useClientDay(client: string): string {
  return localDay(new Date(), useClientZone(client));
}
