/** A file on its way in: what is said of it, what it would become, and what keeps it out. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'preact/compat';

import { importFile, previewImport, problemsOf, VERSIONS_KEY, type FileProblem, type ImportBody, type Preview } from '../../api/questionnaire-library';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { navigate } from '../../lib/navigation';
import { emptyScoring, scoringBody, type ScoringDraft } from './scoring-draft';

export type HowScored = 'file' | 'ready' | 'written';

export interface ImportDraft {
  file: string;
  fileName: string;
  key: string;
  licence: string;
  attribution: string;
  how: HowScored;
  ready: string;
  scoring: ScoringDraft;
}

export interface Importing {
  draft: ImportDraft;
  change: (part: Partial<ImportDraft>) => void;
  choose: (file: File) => void;
  /** Of the newest preview of this file; its questions can be named in a written scoring. */
  preview: Preview | undefined;
  /** The preview is of what the form says now. */
  isFresh: boolean;
  problems: readonly FileProblem[];
  trouble: string | undefined;
  busy: boolean;
  look: () => void;
  bring: () => void;
}

const EMPTY: ImportDraft = { file: '', fileName: '', key: '', licence: '', attribution: '', how: 'file', ready: '', scoring: emptyScoring() };

export function useImport(): Importing {
  const [draft, setDraft] = useState(EMPTY);
  const [preview, setPreview] = useState<Preview>();
  const [isFresh, setFresh] = useState(false);
  const previewing = useMutation({
    mutationFn: previewImport,
    onSuccess: (found) => {
      setPreview(found);
      setFresh(true);
    },
  });
  const bringing = useSending(importFile, [VERSIONS_KEY], ({ id }) => navigate(`/forms/${id}`));
  const change = (part: Partial<ImportDraft>): void => {
    setDraft((known) => ({ ...known, ...part }));
    setFresh(false);
    previewing.reset();
    bringing.reset();
  };
  return {
    draft,
    change,
    choose: (file) => {
      setPreview(undefined);
      void file.text().then((text) => change({ ...EMPTY, file: text, fileName: file.name }));
    },
    preview,
    isFresh,
    ...wrongWith(bringing.error ?? previewing.error),
    busy: previewing.isPending || bringing.isPending,
    // Its questions must be seen once before a scoring can name them.
    look: () => previewing.mutate(bodyOf(preview || draft.how !== 'written' ? draft : { ...draft, how: 'file' })),
    bring: () => bringing.mutate(bodyOf(draft)),
  };
}

function wrongWith(error: Error | null): Pick<Importing, 'problems' | 'trouble'> {
  const problems = problemsOf(error);
  return { problems, trouble: error && problems.length === 0 ? sentenceOf(error) : undefined };
}

/** What is left empty is left to the file and to what is known of its panel. */
function bodyOf({ file, key, licence, attribution, how, ready, scoring }: ImportDraft): ImportBody {
  const said = Object.entries({ key: key.trim(), licence, attribution: attribution.trim() }).filter(([, value]) => value !== '');
  return {
    file,
    ...(Object.fromEntries(said) as Pick<ImportBody, 'key' | 'licence' | 'attribution'>),
    ...(how === 'ready' && ready !== '' && { ready_scoring: ready as NonNullable<ImportBody['ready_scoring']> }),
    ...(how === 'written' && { scoring: scoringBody(scoring) }),
  };
}
