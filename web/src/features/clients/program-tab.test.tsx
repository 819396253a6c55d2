import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { ProgramTab } from './program-tab';

const week = {
  first_on: '2026-11-16',
  level_of_care: 'iop',
  planned_hours: 17.5,
  attended_hours: 6,
  planned_days: 5,
  attended_days: 2,
  not_recorded: 0,
  least_hours: 9,
  most_hours: 20,
  planned_enough: true,
  attended_enough: false,
};
const enrolled = {
  enrolment: { id: 'e', program: { name: 'Harbor IOP' }, level_of_care: 'iop', planned_weeks: 8, active_from: '2026-10-30', active_until: null, discharge_reason: '', week: 4 },
  level_changes: [],
  team: [{ id: 't', clinician: 'okafor', name: 'Dr. Okafor', role: 'therapist', rung: 0, active_from: '2026-10-30', active_until: null }],
  weeks: [week],
};

let server: FakeServer;
const user = userEvent.setup();

beforeEach(async () => {
  server = fakeServer({
    'GET /api/v1/clients/maya/enrolment/': { body: enrolled },
    'GET /api/v1/clients/maya/attendance/': { body: { results: [{ session: 's', starts_at: '2026-11-18T14:00:00Z', ends_at: '2026-11-18T15:00:00Z', kind: 'group', attendance: 'absent' }], next: null } },
    'POST /api/v1/clients/maya/level-changes/': { status: 409, body: { code: 'change_planned', detail: 'Another change of level is already planned. Take it back first.' } },
  });
  const { show } = await signedInAs(okafor);
  show(<ProgramTab client="maya" />);
  await screen.findByText('4 of 8 planned');
});

it('sets hours against what the level asks for, and sessions with who came', async () => {
  const hours = within(screen.getByRole('region', { name: 'Hours by week' }));
  expect(hours.getByText('9 to 20 h')).toBeTruthy();
  expect(hours.getAllByText('Less than asked')).toHaveLength(1);
  expect(await screen.findByText('Came to 0 of 1 recorded sessions.')).toBeTruthy();
  expect(screen.getByText('Absent')).toBeTruthy();
});

it('a change of level needs its reason, and a refusal is said in the server’s words', async () => {
  await user.click(screen.getByRole('button', { name: 'Change the level' }));
  await user.click(screen.getByRole('button', { name: 'Save this change' }));
  expect(screen.getAllByText('Please fill this in.')).toHaveLength(2);

  await user.selectOptions(screen.getByLabelText('New level'), 'php');
  await user.selectOptions(screen.getByLabelText('Why'), 'needs_more_support');
  await user.click(screen.getByRole('button', { name: 'Save this change' }));

  expect(await screen.findByText('Another change of level is already planned. Take it back first.')).toBeTruthy();
  await waitFor(() => expect(server.bodies).toContainEqual(expect.objectContaining({ to_level: 'php', reason: 'needs_more_support' })));
});

it('discharge names how it ends and from which day', async () => {
  server.routes['POST /api/v1/clients/maya/discharge/'] = { body: enrolled };
  await user.click(screen.getByRole('button', { name: 'Discharge' }));
  await user.selectOptions(screen.getByLabelText('How it ends'), 'completed');
  await user.click(screen.getByRole('button', { name: 'Discharge from this day' }));

  await waitFor(() => expect(server.bodies).toContainEqual(expect.objectContaining({ reason: 'completed' })));
});
