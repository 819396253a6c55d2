/** A line to pick, own words, or both. */
import type { JSX } from 'preact';

import type { Phrase } from '../../api/between';
import { t } from '../../lib/strings';
import { Choices } from '../../ui/choices';
import { TextArea } from '../../ui/field';

const NO_PHRASE = '';

interface PhraseFieldProps {
  phrases: readonly Phrase[];
  phrase: string;
  text: string;
  longest: number;
  error: string | undefined;
  onPhrase: (phrase: string) => void;
  onText: (text: string) => void;
}

export function PhraseField({ phrases, phrase, text, longest, error, onPhrase, onText }: PhraseFieldProps): JSX.Element {
  const choices = [...phrases.map(({ slug, words }) => ({ value: slug, label: words.replace('{days}', '…') })), { value: NO_PHRASE, label: t.between.noPhrase }];
  return (
    <>
      <div class="stack-small">
        <p class="field-label" aria-hidden="true">
          {t.between.phrase}
        </p>
        <Choices legend={t.between.phrase} compact="pills" choices={choices} value={phrase} onChange={onPhrase} />
      </div>
      <TextArea label={t.between.own} hint={t.between.ownHint} value={text} maxLength={longest} onChange={onText} error={error} />
    </>
  );
}

/** What was said, without what was left empty. */
export const saidIn = (phrase: string, text: string): { phrase?: string; text?: string } => ({
  ...(phrase !== '' && { phrase }),
  ...(text.trim() !== '' && { text: text.trim() }),
});
