/** The people of the tests, as /me/ describes them. */
import type { Me } from '../api/types';

export const maya: Me = {
  id: '6f1f7a7e-0000-4000-8000-000000000001',
  email: 'maya@example.org',
  name: 'Maya Rivera',
  roles: ['client'],
  timezone: 'America/New_York',
  language: 'en',
  second_factor: 'not_required',
  program: {
    id: '6f1f7a7e-0000-4000-8000-0000000000aa',
    name: 'Harbor IOP',
    timezone: 'America/New_York',
    daytime_phone: '508-555-0110',
    on_call_phone: '508-555-0190',
  },
};

export const ben: Me = { ...maya, id: '6f1f7a7e-0000-4000-8000-000000000002', email: 'ben@example.org', name: 'Ben Ito' };
export const okafor: Me = { ...maya, id: '6f1f7a7e-0000-4000-8000-000000000003', name: 'Dr. Okafor', roles: ['clinician'], second_factor: 'done' };
export const tom: Me = { ...maya, id: '6f1f7a7e-0000-4000-8000-000000000004', name: 'Tom Rivera', roles: ['family'], program: null };
