/** What each part of the form is given: the draft, how to change it, and what is wrong at a field. */
import type { SeriesDraft } from './series-draft';
import type { SessionChoices } from './use-choices';

export interface FormPart {
  draft: SeriesDraft;
  choices: SessionChoices;
  /** It comes again; otherwise it is one session. */
  repeats: boolean;
  wrong: (field: string) => string | undefined;
  change: (part: Partial<SeriesDraft>) => void;
}
