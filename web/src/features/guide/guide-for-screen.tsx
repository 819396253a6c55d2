/** A guide of one page, for clients, families or clinicians; for everybody, signed in or not, to read or to print. */
import './guide.css';

import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { printAs } from '../../lib/print';
import { t } from '../../lib/strings';
import { useMaybeDevice } from '../../offline/device';
import { usePaperFoot } from '../../offline/paper-foot';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { Message } from '../../ui/message';
import { Switch } from '../../ui/switch';
import { isReader, type Reader } from './readers';

export function GuideForScreen({ who = '' }: { who?: string }): JSX.Element {
  if (!isReader(who)) return <Message title={t.guides.missing} body={t.guides.missingBody} action={{ label: t.common.home, to: '/' }} />;
  return <Guide who={who} />;
}

function Guide({ who }: { who: Reader }): JSX.Element {
  usePaperFoot();
  const [large, setLarge] = useState(false);
  const here = useMaybeDevice() !== undefined;
  const { title, lead, parts } = t.guides.who[who];
  return (
    <article class="page stack">
      <header class="stack-small">
        {here && (
          <div class="no-print">
            <BackLink to="/me/guide">{t.guides.title}</BackLink>
          </div>
        )}
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </header>
      <div class="stack-small no-print">
        <Switch label={t.guides.large} on={large} meaning={large ? t.guides.largeOn : t.guides.largeOff} onChange={setLarge} />
        <div>
          <Button look="secondary" icon="print" onClick={() => printAs('page')}>
            {t.guides.print}
          </Button>
        </div>
      </div>
      <div class={large ? 'guide-parts guide-large' : 'guide-parts'}>
        {parts.map((part) => (
          <Part key={part.title} {...part} />
        ))}
        <Part title={t.guides.linesTitle} lines={[t.guides.inDanger, t.guides.crisis, t.guides.state, ...useOwnProgram()]} />
      </div>
    </article>
  );
}

function Part({ title, lines }: { title: string; lines: readonly string[] }): JSX.Element {
  return (
    <section class="card guide-part">
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** The numbers of the program, for whom it is known. */
function useOwnProgram(): string[] {
  const program = useMaybeDevice()?.me.program;
  return program ? [t.guides.program(program.name, program.daytime_phone, program.on_call_phone)] : [];
}
