/** Asks the program to hold something back: from whom, what, and why in own words. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { askRestriction, categoriesQuery, consentsQuery, SHARING, type Category } from '../../api/sharing';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { AskedPart, AskedSelect } from '../../ui/asked-choice';
import { CheckList } from '../../ui/check-list';
import { TextArea } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';
import { isStanding } from './acts';

const LONGEST = 500;
const EVERYONE = '';

export function LimitForm({ onClose }: { onClose: (kept: boolean) => void }): JSX.Element {
  const consents = useInfiniteQuery(consentsQuery);
  const known = useQuery(categoriesQuery);
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
      <AskedSelect
        label={t.sharing.restrictWho}
        value={whom}
        onChange={setWhom}
        query={consents}
        isOffline={isOffline}
        first={t.sharing.restrictAll}
        options={({ pages }) => pages.flatMap(({ results }) => results).filter(isStanding).map(({ id, recipient_name: label }) => ({ value: id, label }))}
      />
      <AskedPart query={known} isOffline={isOffline} label={t.sharing.restrictWhat} titled>
        {(all) => (
          <CheckList
            legend={t.sharing.restrictWhat}
            values={what}
            onChange={(values) => setWhat(values as Category[])}
            options={all.filter(({ always }) => !always).map(({ category, name }) => ({ value: category, label: name }))}
          />
        )}
      </AskedPart>
      <p class="soft small">{t.sharing.restrictWhatHint}</p>
      <TextArea label={t.sharing.restrictWords} hint={t.sharing.restrictWordsHint} value={words} maxLength={LONGEST} onChange={setWords} error={refusalAt(ask.error, 'words')} />
    </SmallForm>
  );
}
