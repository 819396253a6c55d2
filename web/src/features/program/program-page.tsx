/** The frame of the administrator's pages of the program: which program, and its sections. */
import './program.css';

import { useQuery } from '@tanstack/react-query';
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { inUseQuery, programsQuery, type Program } from '../../api/program';
import { lastProgram, noteProgram } from '../../lib/last-program';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Loading } from '../../ui/loading';
import { Message } from '../../ui/message';
import { Sections } from '../../ui/sections';
import { SelectField } from '../../ui/select-field';

export type Section = keyof typeof t.program.tabs;

const PATHS: Record<Section, string> = { week: '/program', series: '/program/series', tracks: '/program/tracks', clients: '/program/clients', people: '/program/people', days: '/program/days', undelivered: '/program/undelivered', rota: '/rota', pagers: '/alarms', licences: '/licences', records: '/records' };

/** Its heading and its sections, for what is the same in all programs. */
export function ProgramFrame({ section, children }: { section: Section; children: ComponentChildren }): JSX.Element {
  return (
    <div class="page page-wide stack">
      <header class="stack-small">
        <h1>{t.program.title}</h1>
        <Sections label={t.program.sections} sections={(Object.keys(PATHS) as Section[]).map((key) => ({ key, to: PATHS[key], label: t.program.tabs[key] }))} current={section} />
      </header>
      {children}
    </div>
  );
}

interface ProgramPageProps {
  section: Section;
  children: (program: Program) => ComponentChildren;
}

export function ProgramPage({ section, children }: ProgramPageProps): JSX.Element {
  const found = useQuery(programsQuery);
  return (
    <ProgramFrame section={section}>
      <Asked query={found} isOffline={isOffline}>
        {(programs) => <Chosen programs={programs}>{children}</Chosen>}
      </Asked>
    </ProgramFrame>
  );
}

interface ChosenProps {
  programs: readonly Program[];
  children: (program: Program) => ComponentChildren;
}

/** Asks for the program where there are several: first the last that was looked at, else one in use. */
function Chosen({ programs, children }: ChosenProps): JSX.Element {
  const [id, setId] = useState(lastProgram);
  const known = (sought: string | null | undefined): Program | undefined => programs.find((one) => one.id === sought);
  const isOpen = programs.length > 1 && known(id) === undefined;
  const inUse = useQuery({ ...inUseQuery(programs.map((one) => one.id)), enabled: isOpen });
  const program = known(id) ?? known(inUse.data) ?? programs[0];
  const choose = (value: string): void => {
    noteProgram(value);
    setId(value);
  };
  if (!program) return <Message level={2} title={t.program.none} body={t.program.noneBody} />;
  if (isOpen && inUse.isPending) return <Loading />;
  return (
    <>
      {programs.length > 1 && (
        <div class="program-which">
          <SelectField label={t.program.which} options={programs.map(({ id: value, name: label }) => ({ value, label }))} value={program.id} onChange={choose} />
        </div>
      )}
      {children(program)}
    </>
  );
}
