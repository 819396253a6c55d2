/** Which moves a task and a referral may make, and the whole body that says what stands. Pure. */
import type { Referral, ReferralBody, ReferralState, Task, TaskBody, TaskState } from '../../api/case-work';

const TASK_MOVES: Record<TaskState, readonly TaskState[]> = { open: ['doing', 'done', 'dropped'], doing: ['done', 'open', 'dropped'], done: ['open'], dropped: ['open'] };

const REFERRAL_MOVES: Record<ReferralState, readonly ReferralState[]> = {
  planned: ['sent', 'closed'],
  sent: ['accepted', 'declined', 'closed'],
  accepted: ['started', 'declined', 'closed'],
  started: ['closed'],
  declined: ['planned', 'closed'],
  closed: ['planned'],
};

export const movesOfTask = ({ state }: Task): readonly TaskState[] => TASK_MOVES[state];
export const movesOfReferral = ({ state }: Referral): readonly ReferralState[] => REFERRAL_MOVES[state];

export const taskBody = ({ title, note, owner, due_on, state, for_client }: Task): TaskBody => ({ title, note, owner_id: owner.id, due_on, state, for_client });

export const referralBody = ({ to, purpose, phone, owner, due_on, appointment_at, state, for_client }: Referral): ReferralBody => ({ to, purpose, phone, owner_id: owner.id, due_on, appointment_at, state, for_client });

export const isLate = (due: string | null, today: string): boolean => due !== null && due < today;
