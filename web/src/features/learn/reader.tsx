/**
 * Reads one lesson: before it, part by part, what it asks, and its end. All parts are drawn and one
 * is shown, so that print has the whole lesson.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Lesson } from '../../api/lessons';
import type { LessonPlaces } from '../../lib/lesson-path';
import { Link } from '../../lib/navigation';
import { language, t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { usePaperFoot } from '../../offline/paper-foot';
import { Icon } from '../../ui/icon';
import { Check } from './check';
import { End, OnPaper } from './end';
import { Intro } from './intro';
import { LeaveQuickly } from './leave-quickly';
import { OneSection } from './one-section';
import { Reflect } from './reflect';

export interface Reading {
  lesson: Lesson;
  places: LessonPlaces;
  relations: readonly string[];
  /** It is another text than the one that was read before. */
  revised?: boolean;
  /** Where somebody who is signed in is now. */
  onMove?: ((section: number, finished: boolean) => void) | undefined;
}

export function Reader(reading: Reading): JSX.Element {
  usePaperFoot();
  const { lesson, onMove } = reading;
  const [at, setAt] = useState(0);
  const parts = lesson.sections.length;
  const moveTo = (next: number): void => {
    setAt(next);
    if (next >= 1 && next <= parts) onMove?.(next, false);
    if (next === parts + 3) onMove?.(parts, true);
  };
  return (
    <article class="page lesson" lang={lesson.language}>
      <Top lesson={lesson} />
      <Before reading={reading} shown={at === 0} onStart={moveTo} />
      <OnPaper lesson={lesson} where="top" />
      {lesson.sections.map((section, before) => (
        <OneSection key={section.title} lesson={lesson} number={before + 1} shown={at === before + 1} onMove={moveTo} />
      ))}
      <Asking reading={reading} at={at - parts} onBack={() => moveTo(at - 1)} onNext={() => moveTo(at + 1)} />
      <OnPaper lesson={lesson} where="bottom" />
    </article>
  );
}

function Top({ lesson: { title, care } }: { lesson: Lesson }): JSX.Element {
  return (
    <header class="lesson-top no-print" lang={language}>
      <Link to="/learn" class="lesson-close">
        <Icon name="back" />
        {t.learn.toLessons}
      </Link>
      {care ? <LeaveQuickly /> : <span class="lesson-name soft small">{title}</span>}
    </header>
  );
}

function Before({ reading, shown, onStart }: { reading: Reading; shown: boolean; onStart: (part: number) => void }): JSX.Element | null {
  return shown ? <Intro {...reading} onStart={onStart} /> : null;
}

interface AskingProps {
  reading: Reading;
  /** 1 to think about, 2 what stayed, 3 the end. */
  at: number;
  onBack: () => void;
  onNext: () => void;
}

/** What comes after the parts. What was typed or picked stays for as long as the lesson is open. */
function Asking({ reading, at, onBack, onNext }: AskingProps): JSX.Element {
  const heading = useArrival(at);
  const own = reading.onMove !== undefined;
  const ways = { onBack, onNext };
  return (
    <div class="no-print">
      <div hidden={at !== 1}>
        <Reflect lesson={reading.lesson} own={own} heading={at === 1 ? heading : undefined} {...ways} />
      </div>
      <div hidden={at !== 2}>
        <Check lesson={reading.lesson} own={own} heading={at === 2 ? heading : undefined} {...ways} />
      </div>
      {at === 3 && <End {...reading} heading={heading} onBack={onBack} />}
    </div>
  );
}
