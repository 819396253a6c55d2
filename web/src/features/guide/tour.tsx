/** The first look around: a few cards, one after the other, that can be skipped at any point. */
import './guide.css';

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/compat';

import type { Role } from '../../api/types';
import { t } from '../../lib/strings';
import { noteShown } from '../../lib/toured';
import { Button } from '../../ui/button';

interface TourProps {
  side: Role;
  onDone?: () => void;
}

export function Tour({ side, onDone }: TourProps): JSX.Element | null {
  const cards = t.tour.cards[side];
  const [at, setAt] = useState(0);
  const [over, setOver] = useState(false);
  const card = cards[at];
  if (over || !card) return null;
  const end = (): void => {
    noteShown(side);
    setOver(true);
    onDone?.();
  };
  const last = at === cards.length - 1;
  return (
    <section class="card stack-small tour" aria-labelledby="tour">
      <p class="row row-apart">
        <span class="soft small">{t.tour.title}</span>
        <span class="soft small">{t.tour.place(at + 1, cards.length)}</span>
      </p>
      <TourCard key={at} title={card.title} body={card.body} moved={at > 0} />
      {last && <p class="soft small">{t.tour.later}</p>}
      <div class="moves">
        {!last && (
          <Button look="secondary" onClick={end}>
            {t.tour.skip}
          </Button>
        )}
        <Button onClick={last ? end : () => setAt(at + 1)}>{last ? t.tour.done : t.common.next}</Button>
      </div>
    </section>
  );
}

/** Its name is no heading: it stands above the one of the screen. */
function TourCard({ title, body, moved }: { title: string; body: string; moved: boolean }): JSX.Element {
  const nameRef = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (moved) nameRef.current?.focus({ preventScroll: true });
  }, [moved]);
  return (
    <>
      <p id="tour" class="tour-name" tabIndex={-1} ref={nameRef}>
        {title}
      </p>
      <p>{body}</p>
    </>
  );
}
