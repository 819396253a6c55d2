/** Asks the program to hold something back: from whom, what, and why in own words. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { refusalAt, troubleBesides } from '../../api/refusals';
import { askRestriction, categoriesQuery, consentsQuery, SHARING, type Category } from '../../api/sharing';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { CheckList } from '../../ui/check-list';
import { TextArea } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';
import { isStanding } from './acts';

const LONGEST = 500;
const EVERYONE = '';

export function LimitForm({ onClose }: { onClose: (kept: boolean) => void }): JSX.Element {
  const people = useInfiniteQuery(consentsQuery).data?.pages.flatMap(({ results }) => results).filter(isStanding) ?? [];
  const known = useQuery(categoriesQuery).data ?? [];
  const [whom, setWhom] = useState(EVERYONE);
  const [what, setWhat] = useState<Category[]>([]);
  const [words, setWords] = useState('');
  const ask = useSending(askRestriction, [SHARING], () => onClose(true));
  return (
    <SmallForm
      save={t.sharing.restrictAsk}
      busy={ask.isPending}
      trouble={troubleBesides(ask.error, ['words'])}
      onSave={() => ask.mutate({ consent: whom === EVERYONE ? null : whom, categories: what, words: words.trim() })}
      onClose={() => onClose(false)}
    >
      <SelectField
        label={t.sharing.restrictWho}
        value={whom}
        onChange={setWhom}
        options={[{ value: EVERYONE, label: t.sharing.restrictAll }, ...people.map(({ id, recipient_name: label }) => ({ value: id, label }))]}
      />
      <CheckList
        legend={t.sharing.restrictWhat}
        values={what}
        onChange={(values) => setWhat(values as Category[])}
        options={known.filter(({ always }) => !always).map(({ category, name }) => ({ value: category, label: name }))}
      />
      <p class="soft small">{t.sharing.restrictWhatHint}</p>
      <TextArea label={t.sharing.restrictWords} hint={t.sharing.restrictWordsHint} value={words} maxLength={LONGEST} onChange={setWords} error={refusalAt(ask.error, 'words')} />
    </SmallForm>
  );
}
