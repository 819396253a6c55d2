/** Questions to think about. What is written is the writer's own: sealed until it is sent, and never drawn unasked. */
import { useQuery } from '@tanstack/react-query';
import type { JSX, Ref } from 'preact';
import { useState } from 'preact/compat';

import { reflectionsQuery, type Lesson, type ReflectionKept } from '../../api/lessons';
import { isOffline } from '../../api/problem';
import { language, t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { sendReflections, useUnsentWords } from '../../offline/lessons';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Notice } from '../../ui/notice';

const LONGEST = 4000;

export interface StageProps {
  lesson: Lesson;
  /** Somebody is signed in, so what they do can be kept for them. */
  own: boolean;
  heading: Ref<HTMLHeadingElement> | undefined;
  onBack: () => void;
  onNext: () => void;
}

export function Reflect({ lesson, own, heading, onBack, onNext }: StageProps): JSX.Element {
  return (
    <section class="stack" aria-labelledby="lesson-reflect">
      <h1 id="lesson-reflect" class="lesson-heading" lang={language} ref={heading ?? null} tabIndex={-1}>
        {t.learn.reflectTitle}
      </h1>
      {own ? <OwnWords lesson={lesson} onBack={onBack} onNext={onNext} /> : <OnlyRead lesson={lesson} onBack={onBack} onNext={onNext} />}
    </section>
  );
}

type Ways = Pick<StageProps, 'lesson' | 'onBack' | 'onNext'>;

function OnlyRead({ lesson, onBack, onNext }: Ways): JSX.Element {
  return (
    <>
      {lesson.reflection.map(({ key, question }) => (
        <p key={key} class="lesson-question">
          {question}
        </p>
      ))}
      <p class="soft" lang={language}>
        {t.learn.reflectSignIn}
      </p>
      <Moves onBack={onBack} onNext={onNext} next={t.common.next} />
    </>
  );
}

function OwnWords({ lesson, onBack, onNext }: Ways): JSX.Element {
  const { outbox } = useDevice();
  const kept = useQuery(reflectionsQuery(lesson.slug));
  const unsent = useUnsentWords(lesson.slug);
  const [texts, setTexts] = useState<Record<string, string>>({});
  const earlier = { ...textsOf(kept.data), ...unsent?.answers };
  const shown = Object.keys(texts).length > 0;
  const changed = Object.fromEntries(Object.entries(texts).filter(([key, text]) => text.trim() !== (earlier[key] ?? '')));
  const hasNews = Object.keys(changed).length > 0;
  const goOn = async (): Promise<void> => {
    if (hasNews) await sendReflections(outbox, lesson, changed);
    onNext();
  };
  return (
    <>
      <Standing refused={unsent?.sentence} noLine={isOffline(kept.error)} />
      {!shown && Object.values(earlier).some(Boolean) && (
        <div>
          <Button look="secondary" onClick={() => setTexts(earlier)}>
            {t.learn.reflectShow}
          </Button>
        </div>
      )}
      {lesson.reflection.map(({ key, question }) => (
        <TextArea key={key} label={question} hint={t.learn.reflectHint} rows={4} maxLength={LONGEST} value={texts[key] ?? ''} onChange={(text) => setTexts({ ...texts, [key]: text })} />
      ))}
      <Moves onBack={onBack} onNext={() => void goOn()} next={hasNews ? t.learn.reflectKeep : t.common.next} />
    </>
  );
}

/** Whose these words are, and what became of earlier ones. */
function Standing({ refused, noLine }: { refused: string | undefined; noLine: boolean }): JSX.Element {
  return (
    <div class="stack-small" lang={language}>
      <Notice icon="lock">{t.learn.reflectPrivate}</Notice>
      {refused && (
        <Notice tone="warm" urgent>
          {refused}
        </Notice>
      )}
      {noLine && <p class="soft">{t.learn.reflectOld}</p>}
    </div>
  );
}

const textsOf = (kept: readonly ReflectionKept[] | undefined): Record<string, string> =>
  Object.fromEntries(kept?.map(({ question, text }) => [question, text]) ?? []);

interface MovesProps {
  onBack: () => void;
  onNext: () => void;
  next: string;
}

export function Moves({ onBack, onNext, next }: MovesProps): JSX.Element {
  return (
    <div class="moves" lang={language}>
      <Button look="secondary" icon="back" onClick={onBack}>
        {t.common.back}
      </Button>
      <Button onClick={onNext}>{next}</Button>
    </div>
  );
}
