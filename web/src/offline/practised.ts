/**
 * What the device knows of a client's practising with no line: what helped so far (the unsent
 * practices counted in), what is assigned, and with what an exercise was opened.
 */
import { useState } from 'preact/compat';

import { assignmentsQuery, effectsQuery, type Assignment, type Effects } from '../api/skills';
import { effectsOf, mergeEffects, type Done, type Effect } from '../lib/ranking';
import { useOutbox } from './device';
import { keep } from './keeping';
import type { Work } from './queue';
import { useKept } from './use-kept';
import { useKeptQuery, type KeptAnswer } from './use-kept-query';
import type { Vault } from './vault';

export const useEffects = (): KeptAnswer<Effects> => useKeptQuery('help-now-effects', effectsQuery);

/** Effects with the practices that wait on this device counted in. */
export function withUnsent(known: Effects | undefined, work: readonly Work[]): Effect[] {
  const unsent = work.filter(({ kind, state }) => kind === 'practice' && state === 'waiting').map(doneOf);
  return mergeEffects([...(known?.effects ?? []), ...effectsOf(unsent, known)]);
}

const doneOf = ({ body }: Work): Done => ({
  slug: String(body['skill']),
  need: typeof body['need'] === 'string' ? body['need'] : '',
  before: typeof body['before'] === 'number' ? body['before'] : null,
  after: typeof body['after'] === 'number' ? body['after'] : null,
  helpful: typeof body['helpful'] === 'boolean' ? body['helpful'] : null,
});

export interface AssignmentHere extends Assignment {
  /** Done on this device, and not sent yet. */
  unsent: boolean;
}

/** What the care team asked for, as the server last said and as it stands on this device. */
export function useAssignments(): KeptAnswer<AssignmentHere[]> {
  const answer = useKeptQuery('assignments', assignmentsQuery);
  const { work } = useOutbox();
  const done = new Set(work.filter(({ kind }) => kind === 'practice').map(({ body }) => body['assignment']));
  return { ...answer, data: answer.data?.map((one) => ({ ...one, unsent: one.state === 'open' && done.has(one.id) })) };
}

/** What was said before an exercise was opened. Kept sealed, because it has no place in an address. */
export interface Opening {
  need?: string;
  before?: number;
}

interface KeptOpening extends Opening {
  /** When it was said. */
  saidAt: number;
}

/** What help was asked for elsewhere in the app, so that help-now need not ask again. */
export interface HelpAsked {
  need: string;
  level: number;
}

const HELP_ASKED = 'help-asked';

export const askHelpWith = (vault: Vault, asked: HelpAsked): Promise<void> =>
  keep(vault, HELP_ASKED, { ...asked, saidAt: Date.now() });

export interface HelpAskedHere {
  loaded: boolean;
  asked: HelpAsked | undefined;
  /** It was answered, or something else is the matter. */
  forget: () => void;
}

export function useHelpAsked(): HelpAskedHere {
  const kept = useKept<HelpAsked & { saidAt: number }>(HELP_ASKED);
  const [openedAt] = useState(() => Date.now());
  const fresh = kept.value !== undefined && openedAt - kept.value.saidAt < STILL_TRUE_FOR;
  return { loaded: kept.loaded, asked: fresh ? kept.value : undefined, forget: () => kept.write(undefined) };
}

/** A feeling from longer ago is not how it is now (chosen). */
const STILL_TRUE_FOR = 30 * 60_000;
const openingName = (slug: string): string => `opening:${slug}`;

export const openWith = (vault: Vault, slug: string, opening: Opening): Promise<void> =>
  keep(vault, openingName(slug), { ...opening, saidAt: Date.now() } satisfies KeptOpening);

export interface OpeningHere {
  loaded: boolean;
  opening: Opening;
  write: (opening: Opening | undefined) => void;
}

export function useOpening(slug: string): OpeningHere {
  const kept = useKept<KeptOpening>(openingName(slug));
  const [openedAt] = useState(() => Date.now());
  const { saidAt = 0, ...opening } = kept.value ?? {};
  return {
    loaded: kept.loaded,
    opening: openedAt - saidAt < STILL_TRUE_FOR ? opening : {},
    write: (next) => kept.write(next && { ...next, saidAt: Date.now() }),
  };
}
