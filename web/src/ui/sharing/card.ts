/** What one client shares with one person, as the server says it. A category that is not shared is null. */

export type Band = 'easier' | 'same' | 'harder' | 'not_enough';
export type Level = 'low' | 'middle' | 'high' | 'not_enough';

interface Days {
  from: string;
  to: string;
}

export interface SharedCardShown {
  client: string;
  client_name: string;
  purpose: string;
  until: string;
  notice: { version: string; text: string };
  explanation: string;
  attendance: { weeks: (Days & { attended: number; missed: number })[] } | null;
  streak: (Days & { recent: number; in_all: number }) | null;
  sobriety_milestone: { words: string; text: string; shared_on: string }[] | null;
  mood_trend: (Days & { band: Band }) | null;
  sleep_trend: (Days & { band: Band }) | null;
  skills_practised: (Days & { skills: { title: string; times: number }[] }) | null;
  goals_milestones: { title: string; reached: boolean }[] | null;
  safety_contact_role: { words: string } | null;
  crisis_contact: { call: { id: string; pressed_at: string; seen: boolean } | null } | null;
  message_of_thanks: { words: string; text: string; written_on: string }[] | null;
  craving_band: (Days & { band: Level }) | null;
  appointment_times: { timezone: string; appointments: { starts_at: string }[] } | null;
}

/** The server's names for what can stand on a card. */
export const SECTIONS = [
  'attendance',
  'streak',
  'sobriety_milestone',
  'mood_trend',
  'sleep_trend',
  'skills_practised',
  'goals_milestones',
  'safety_contact_role',
  'crisis_contact',
  'message_of_thanks',
  'craving_band',
  'appointment_times',
] as const satisfies readonly (keyof SharedCardShown)[];
