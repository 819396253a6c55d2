/** Step: the paper word for word, and the signature. Nothing is stored before it, and nothing leaves before it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline, isProblem } from '../../api/problem';
import { draftText, SHARING, signConsent, type ConsentDraft } from '../../api/sharing';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { fullDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { useOwnProgramDay } from '../../offline/use-own-day';
import { ButtonLink } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { sensitiveIn, termsOf } from './draft';
import type { StepProps } from './flow';
import { SignForm, type Proof } from './sign-form';

export function SignStep({ draft, known, id, forget, onSigned }: StepProps): JSX.Element {
  const terms = termsOf(draft, id, { relationships: t.sharing.relationships, known, today: useOwnProgramDay() });
  const paper = useQuery({ queryKey: ['sharing-paper', terms], queryFn: () => draftText(terms), staleTime: 0, gcTime: 0, retry: false });
  const queries = useQueryClient();
  const sign = useSending(signConsent, [SHARING], (signed) => {
    forget();
    onSigned(signed);
  });
  const changed = isProblem(sign.error, 'text_changed');
  const send = (proof: Proof): void => {
    const draftNow = paper.data;
    if (!draftNow) return;
    const confirmed = sensitiveIn(draft, known).filter((category) => draft.confirmed.includes(category));
    sign.mutate(
      { terms, signature: { text_digest: draftNow.text_digest, confirmed_again: confirmed, ...proof }, asked: draft.theirLanguage ?? language },
      { onError: (error) => void (isProblem(error, 'text_changed') && queries.invalidateQueries({ queryKey: ['sharing-paper'] })) },
    );
  };
  return (
    <div class="stack">
      <header class="stack-small">
        <h1>{t.sharing.sign}</h1>
        <p class="lead">{t.sharing.signLead}</p>
      </header>
      {paper.isPending && <Loading lines={6} />}
      {paper.error && <Refused error={paper.error} id={id} />}
      {paper.data && (
        <>
          <Paper paper={paper.data} />
          {changed && <Notice tone="warm" urgent>{t.sharing.textChanged}</Notice>}
          <SignForm error={changed ? null : sign.error} busy={sign.isPending} button={id === undefined ? t.sharing.signButton : t.sharing.signChange} onSign={send} />
        </>
      )}
    </div>
  );
}

function Paper({ paper: { recipient_name: name, expires_on: until, text } }: { paper: ConsentDraft }): JSX.Element {
  return (
    <>
      <p class="strong">
        {name} · {t.sharing.untilDay(fullDate(until, language))}
      </p>
      {/* It scrolls, so it can be reached with keys. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the focus */}
      <div class="sharing-paper" role="region" aria-label={t.sharing.sign} tabIndex={0}>
        {text}
      </div>
    </>
  );
}

/** What was filled in cannot be signed as it is: the server's sentences, and the way back to the fields. */
function Refused({ error, id }: { error: Error; id: string | undefined }): JSX.Element {
  const fields = isProblem(error) ? Object.values(error.refusal.fields ?? {}).flat() : [];
  return (
    <Notice tone="warm" urgent>
      {fields.length > 0 ? fields.map((sentence) => <p key={sentence}>{sentence}</p>) : <p>{isOffline(error) ? t.sharing.signOffline : sentenceOf(error)}</p>}
      {fields.length > 0 && (
        <ButtonLink to={id === undefined ? '/me/sharing/new' : `/me/sharing/${id}/change`} look="quiet">
          {t.sharing.goBack}
        </ButtonLink>
      )}
    </Notice>
  );
}
