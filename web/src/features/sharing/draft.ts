/** What a client has filled in of a sharing that is not signed yet. Only in memory, and gone when they sign or sign out. */
import type { Category, CategoryWords, ConsentDetail, Terms } from '../../api/sharing';
import { shiftDay } from '../../lib/dates';
import { isOwnRequest } from '../../lib/own-request';
import type { LanguageCode } from '../../lib/strings';

export type Step = 'who' | 'what' | 'sure' | 'until' | 'sign';
export type Span = 'days30' | 'days90' | 'days180' | 'day';
export type Relationship = 'mother' | 'father' | 'partner' | 'sister' | 'brother' | 'child' | 'friend' | 'other';

export interface Draft {
  name: string;
  email: string;
  relationship: Relationship | undefined;
  /** In own words, for somebody else. */
  otherRelationship: string;
  /** In which language to ask them; as the client's own, until they say otherwise. */
  theirLanguage: LanguageCode | undefined;
  categories: Category[];
  /** Those of the private ones that were looked at a second time and meant. */
  confirmed: Category[];
  span: Span;
  lastDay: string;
  purpose: string;
}

export const EMPTY: Draft = { name: '', email: '', relationship: undefined, otherRelationship: '', theirLanguage: undefined, categories: [], confirmed: [], span: 'days90', lastDay: '', purpose: '' };

/** A change begins with what is in force; nothing of it needs to be said again. */
export const draftOf = (consent: ConsentDetail): Draft => ({
  ...EMPTY,
  name: consent.recipient_name,
  email: consent.recipient_email,
  relationship: 'other',
  otherRelationship: consent.relationship,
  categories: consent.categories,
  confirmed: consent.categories,
  span: 'day',
  lastDay: consent.expires_on,
  // Left empty, the paper says the same again.
  purpose: isOwnRequest(consent.purpose) ? '' : consent.purpose,
});

const DAYS: Record<Exclude<Span, 'day'>, number | null> = { days30: 30, days90: null, days180: 180 };

/** Null leaves it to the program's own default of 90 days. */
export function lastDayOf({ span, lastDay }: Draft, today: string): string | null {
  if (span === 'day') return lastDay;
  const days = DAYS[span];
  return days === null ? null : shiftDay(today, days);
}

/** The private ones among what is turned on. */
export const sensitiveIn = ({ categories }: Draft, known: readonly CategoryWords[]): Category[] =>
  known.filter(({ category, sensitive }) => sensitive && categories.includes(category)).map(({ category }) => category);

export const stepsOf = (draft: Draft, known: readonly CategoryWords[], isChange: boolean): Step[] => {
  const steps: Step[] = isChange ? ['what'] : ['who', 'what'];
  if (sensitiveIn(draft, known).length > 0) steps.push('sure');
  return [...steps, 'until', 'sign'];
};

export const looksLikeEmail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());

export const isWhoComplete = ({ name, email, relationship, otherRelationship }: Draft): boolean =>
  name.trim() !== '' && looksLikeEmail(email) && relationship !== undefined && (relationship !== 'other' || otherRelationship.trim() !== '');

/** A private one that was not confirmed stays off: it never slips into a signature. */
export function termsOf(draft: Draft, id: string | undefined, { relationships, known, today }: { relationships: Record<Relationship, string>; known: readonly CategoryWords[]; today: string }): Terms {
  const unsure = sensitiveIn(draft, known).filter((category) => !draft.confirmed.includes(category));
  const always = known.filter((one) => one.always).map(({ category }) => category);
  const wanted = draft.categories.filter((category) => !unsure.includes(category) && !always.includes(category));
  return {
    id,
    name: draft.name.trim(),
    email: draft.email.trim(),
    relationship: draft.relationship === undefined || draft.relationship === 'other' ? draft.otherRelationship.trim() : relationships[draft.relationship].toLowerCase(),
    categories: [...always, ...wanted],
    purpose: draft.purpose.trim(),
    expires_on: lastDayOf(draft, today),
  };
}
