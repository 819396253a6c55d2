/** One question a screen, then a last look before the answers go. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Form } from '../../api/questionnaires';
import { firstMissing, isEmpty, pagesOf, type Answer, type Asked, type Page } from '../../lib/questionnaire';
import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { useLater } from '../../lib/use-later';
import { Button, ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { Why } from '../../ui/why';
import { QuestionField } from './question-field';
import { RowsField } from './rows-field';
import type { Draft } from './use-questionnaire';

interface PlayerProps {
  form: Form;
  draft: Draft;
  hard: boolean;
  onAnswer: (linkId: string, value: Answer | null) => void;
  onMove: (at: number) => void;
  onSave: () => Promise<void>;
}

export function Player(props: PlayerProps): JSX.Element {
  const { form, draft, hard, onMove } = props;
  const asked = pagesOf(form.items, draft.answers);
  const at = Math.min(draft.at, asked.pages.length);
  const page = asked.pages[at];
  return (
    <section class="page questionnaire">
      <p class="questionnaire-name">{form.title}</p>
      <Progress at={at} of={asked.pages.length} label={page ? t.questionnaires.progress(at + 1, asked.pages.length) : t.questionnaires.lastLook} />
      {page ? <Question key={page.item.link_id} {...props} page={page} at={at} /> : <LastLook {...props} asked={asked} onBack={() => onMove(at - 1)} />}
      {hard && (
        <ButtonLink to="/help" look="secondary" icon="help" wide>
          {t.common.helpLabel}
        </ButtonLink>
      )}
    </section>
  );
}

function Question({ form, draft, page: { item, lead }, at, onAnswer, onMove }: PlayerProps & { page: Page; at: number }): JSX.Element {
  const heading = useArrival(at);
  const [missing, setMissing] = useState(false);
  const value = draft.answers[item.link_id] ?? null;
  const goLater = useLater(() => onMove(at + 1), at);
  const answer = (given: Answer | null): void => {
    setMissing(false);
    onAnswer(item.link_id, given);
  };
  const onward = (): void => {
    const blocked = item.required && isEmpty(value);
    setMissing(blocked);
    if (!blocked) onMove(at + 1);
  };
  return (
    <>
      <div class="questionnaire-question">
        <Words of={lead} look="questionnaire-lead" />
        <h1 ref={heading} tabIndex={-1} class="questionnaire-ask">
          {item.text || form.title}
        </h1>
        <Words of={item.help} look="soft" />
        {item.type === 'group' ? (
          <RowsField form={form} item={item} value={value} answers={draft.answers} onAnswer={answer} />
        ) : (
          <QuestionField item={item} value={value} onAnswer={answer} onTapped={goLater} alone />
        )}
        <Why about={item.text || form.title} of="questionnaire" />
        {!item.required && <p class="soft small">{t.questionnaires.mayskip}</p>}
        {missing && (
          <Notice tone="warm" urgent>
            {t.questionnaires.needed}
          </Notice>
        )}
      </div>
      <Moves first={at === 0} skips={!item.required && isEmpty(value)} onBack={() => onMove(at - 1)} onGo={onward} />
    </>
  );
}

function Words({ of, look }: { of: readonly string[]; look?: string }): JSX.Element {
  return (
    <>
      {of.map((words) => (
        <p key={words} class={look}>
          {words}
        </p>
      ))}
    </>
  );
}

interface MovesProps {
  first: boolean;
  skips: boolean;
  onBack: () => void;
  onGo: () => void;
}

function Moves({ first, skips, onBack, onGo }: MovesProps): JSX.Element {
  return (
    <div class="moves">
      {first ? (
        <ButtonLink to="/today" look="secondary" icon="close">
          {t.questionnaires.later}
        </ButtonLink>
      ) : (
        <Button look="secondary" icon="back" onClick={onBack}>
          {t.common.back}
        </Button>
      )}
      <Button look={skips ? 'secondary' : 'primary'} onClick={onGo}>
        {skips ? t.common.skip : t.common.next}
      </Button>
    </div>
  );
}

function LastLook({ form, draft, asked: { pages, closing }, onBack, onMove, onSave }: PlayerProps & { asked: Asked; onBack: () => void }): JSX.Element {
  const heading = useArrival('last');
  const [saving, setSaving] = useState(false);
  const missing = firstMissing(pages, draft.answers);
  const answered = pages.filter(({ item }) => !isEmpty(draft.answers[item.link_id])).length;
  const save = (): void => {
    setSaving(true);
    void onSave();
  };
  return (
    <>
      <div class="questionnaire-question">
        <h1 ref={heading} tabIndex={-1} class="questionnaire-ask">
          {t.questionnaires.lastTitle}
        </h1>
        <p>{t.questionnaires.answered(answered, pages.length)}</p>
        <Words of={closing} />
        {missing >= 0 && (
          <Notice tone="warm">
            <p>{t.questionnaires.stillNeeded}</p>
            <Button look="quiet" onClick={() => onMove(missing)}>
              {t.questionnaires.goThere}
            </Button>
          </Notice>
        )}
        {form.attribution !== '' && <p class="soft small questionnaire-attribution">{form.attribution}</p>}
      </div>
      <div class="moves">
        <Button look="secondary" icon="back" onClick={onBack}>
          {t.common.back}
        </Button>
        {missing < 0 && (
          <Button busy={saving} onClick={save}>
            {t.questionnaires.save}
          </Button>
        )}
      </div>
    </>
  );
}
