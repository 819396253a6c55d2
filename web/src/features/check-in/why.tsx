/** Why a question of the check-in is asked: in the words of the form, or in ours for one's own words. */
import type { JSX } from 'preact';

import { Why } from '../../ui/why';
import { askOf, type Question } from './questions';

export function WhyAsked({ question, words }: { question: Question; words: string }): JSX.Element {
  const about = askOf(question);
  return question.kind === 'words' ? <Why about={about} of="checkInWords" /> : <Why about={about} words={words} />;
}
