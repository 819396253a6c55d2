/** One part of a lesson, in large type, and the ways on. */
import type { JSX } from 'preact';

import type { Lesson, LessonBlock } from '../../api/lessons';
import { language, t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { Button } from '../../ui/button';
import { Progress } from '../../ui/progress';
import { HelpStrip } from './help-strip';

interface OneSectionProps {
  lesson: Lesson;
  /** Counts from 1. */
  number: number;
  shown: boolean;
  onMove: (part: number) => void;
}

export function OneSection({ lesson, number, shown, onMove }: OneSectionProps): JSX.Element | null {
  const section = lesson.sections[number - 1];
  const heading = useArrivalWhen(shown);
  if (!section) return null;
  const of = lesson.sections.length;
  return (
    <section class="lesson-section stack" hidden={!shown} aria-labelledby={`part-${number}`}>
      <div class="no-print stack-small" lang={language}>
        <Progress at={number} of={of} label={t.learn.part(number, of)} />
        {lesson.help && <HelpStrip />}
      </div>
      <h1 id={`part-${number}`} class="lesson-heading" ref={heading ?? null} tabIndex={-1}>
        {section.title}
      </h1>
      <div class="lesson-words">
        {section.blocks.map((block, at) => (
          <Block key={at} block={block} />
        ))}
      </div>
      <div class="moves no-print" lang={language}>
        <Button look="secondary" icon="back" onClick={() => onMove(number - 1)}>
          {t.common.back}
        </Button>
        <Button onClick={() => onMove(number + 1)}>{t.common.next}</Button>
      </div>
    </section>
  );
}

/** The heading is gone to when its part comes onto the screen, and not before. */
function useArrivalWhen(shown: boolean): { current: HTMLHeadingElement | null } | undefined {
  const heading = useArrival(shown);
  return shown ? heading : undefined;
}

function Block({ block }: { block: LessonBlock }): JSX.Element {
  if (block.kind === 'paragraph') return <p>{block.text}</p>;
  return (
    <ul class="lesson-list">
      {block.items?.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
