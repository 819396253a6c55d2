/** How I want help, for one support person. They see these words and no other part of a plan. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { saveSupportWords, SHARING, supportWordsQuery } from '../../api/sharing';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { firstName } from './names';

const LONGEST = 300;

export function SupportWords({ id, name }: { id: string; name: string }): JSX.Element {
  const asked = useQuery(supportWordsQuery(id));
  return (
    <section class="card stack-small" aria-labelledby="support-words">
      <h2 id="support-words">{t.sharing.support}</h2>
      <p class="soft">{t.sharing.supportLead(firstName(name))}</p>
      <Asked query={asked} isOffline={isOffline} offlineBody={t.sharing.offlineBody}>
        {(words) => <Words id={id} kept={words} />}
      </Asked>
    </section>
  );
}

function Words({ id, kept }: { id: string; kept: string }): JSX.Element {
  const [words, setWords] = useState(kept);
  const save = useSending(saveSupportWords, [[...SHARING, 'support-words', id]]);
  const trouble = troubleBesides(save.error, ['words']);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!save.isPending) save.mutate({ id, words: words.trim() });
  };
  return (
    <form class="stack-small" noValidate onSubmit={submit}>
      <TextArea label={t.sharing.supportWords} hint={t.sharing.supportHint} value={words} maxLength={LONGEST} onChange={setWords} error={refusalAt(save.error, 'words')} />
      {trouble !== undefined && (
        <Notice tone="warm" urgent>
          {trouble}
        </Notice>
      )}
      <div class="row">
        <Button type="submit" look="secondary" busy={save.isPending}>
          {t.sharing.supportSave}
        </Button>
        <p role="status">{save.isSuccess && words.trim() === kept && t.sharing.supportSaved}</p>
      </div>
    </form>
  );
}
