/** What a session can be made of: rooms, tracks, clinicians, exercises. */
import { useQuery } from '@tanstack/react-query';

import { peopleQuery, roomsQuery, tracksQuery, type Person, type Program, type Room, type Track } from '../../api/program';
import { skillsQuery } from '../../api/queries';
import type { SkillSummary } from '../../api/types';

export interface SessionChoices {
  rooms: readonly Room[];
  tracks: readonly Track[];
  clinicians: readonly Person[];
  skills: readonly SkillSummary[];
}

/** All of them, or what is missing still: the questions under way or failed are in `query`. */
export function useSessionChoices(program: Program) {
  const rooms = useQuery(roomsQuery(program.id));
  const tracks = useQuery(tracksQuery(program.id));
  const clinicians = useQuery(peopleQuery('clinician'));
  const skills = useQuery(skillsQuery());
  const all = [rooms, tracks, clinicians, skills];
  const data: SessionChoices | undefined =
    rooms.data && tracks.data && clinicians.data && skills.data ? { rooms: rooms.data, tracks: tracks.data, clinicians: clinicians.data, skills: skills.data } : undefined;
  return {
    data,
    isPending: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => all.forEach((query) => void query.refetch()),
  };
}
