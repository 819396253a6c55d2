/** A look at how hard things are for the family member. Theirs alone: words and no numbers, and it can be deleted. */
import './support.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { STRAIN, strainQuery, takeStrain, type StrainForm, type StrainLook } from '../../api/support';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { crisisLine, emergencyLine } from '../../lib/help-lines';
import { newSubmissionId } from '../../lib/ids';
import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button, ButtonLink } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { ContactList } from '../../ui/contact-list';
import { Notice } from '../../ui/notice';
import { Why } from '../../ui/why';
import { EarlierLooks } from './earlier-looks';

export function StrainScreen(): JSX.Element {
  const asked = useQuery(strainQuery);
  const [look, setLook] = useState<StrainLook>();
  return (
    <div class="page stack">
      <BackLink to="/support">{t.support.back}</BackLink>
      <h1>{t.support.strainTitle}</h1>
      <Asked query={asked} isOffline={isOffline} offlineBody={t.support.offlineBody} lines={6}>
        {(form) => (
          <>
            {look ? <Taken look={look} onAgain={() => setLook(undefined)} /> : <Questions form={form} onTaken={setLook} />}
            <EarlierLooks looks={form.history.filter(({ id }) => id !== look?.id)} />
          </>
        )}
      </Asked>
    </div>
  );
}

function Questions({ form, onTaken }: { form: StrainForm; onTaken: (look: StrainLook) => void }): JSX.Element {
  const [answers, setAnswers] = useState<Record<string, number>>({});
  const [missing, setMissing] = useState(false);
  const [submissionId] = useState(newSubmissionId);
  const take = useSending(takeStrain, [STRAIN], onTaken);
  const submit = (event: Event): void => {
    event.preventDefault();
    const empty = Object.keys(answers).length === 0;
    setMissing(empty);
    if (!empty && !take.isPending) take.mutate({ submission_id: submissionId, answers });
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <Notice icon="lock">{form.lead}</Notice>
      <p class="soft">{t.support.strainSkip}</p>
      {form.items.map(({ key, text }) => (
        <Item key={key} text={text} scale={form.scale} value={answers[key]} onChange={(value) => setAnswers({ ...answers, [key]: value })} />
      ))}
      {(missing || take.isError) && (
        <Notice tone="warm" urgent>
          {take.error ? sentenceOf(take.error, t.support.notSent) : t.support.strainMissing}
        </Notice>
      )}
      <Button type="submit" wide busy={take.isPending}>
        {t.support.strainSee}
      </Button>
    </form>
  );
}

interface ItemProps {
  text: string;
  scale: readonly string[];
  value: number | undefined;
  onChange: (value: number) => void;
}

function Item({ text, scale, value, onChange }: ItemProps): JSX.Element {
  return (
    <div class="card stack-small strain-question">
      <p class="strain-item" aria-hidden="true">
        {text}
      </p>
      <Choices
        legend={text}
        compact="pills"
        value={value === undefined ? null : String(value)}
        onChange={(mark) => onChange(Number(mark))}
        choices={scale.map((label, mark) => ({ value: String(mark), label }))}
      />
      <Why about={text} of="strain" />
    </div>
  );
}

function Taken({ look: { band, words, suggestion }, onAgain }: { look: StrainLook; onAgain: () => void }): JSX.Element {
  const heading = useArrival();
  return (
    <section class="card stack">
      <h2 ref={heading} tabIndex={-1} class="strain-words">
        {words}
      </h2>
      <p>{suggestion}</p>
      {band === 'very_much' && <ContactList contacts={[crisisLine(), emergencyLine()]} />}
      <div class="row">
        <ButtonLink to="/support">{t.support.resources}</ButtonLink>
        <Button look="secondary" onClick={onAgain}>
          {t.support.strainAgain}
        </Button>
      </div>
    </section>
  );
}
