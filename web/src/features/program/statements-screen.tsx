/** For clinicians: their clients' statements to answer, and a complaint that somebody made to them. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { ownClientsQuery, statementsOfClientsQuery } from '../../api/records';
import { t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { ComplaintOnBehalf } from './received-form';
import { Rows } from './records-rows';
import { Said } from './statement-row';

export function StatementsScreen(): JSX.Element {
  const said = useInfiniteQuery(statementsOfClientsQuery);
  const clients = useQuery(ownClientsQuery);
  const words = t.records;
  return (
    <div class="page stack">
      <BackLink to="/team-notes">{t.common.teamNotes}</BackLink>
      <header class="stack-small">
        <h1>{words.said.title}</h1>
        <p class="lead">{words.said.lead}</p>
      </header>
      <Rows name="said" title={words.said.list} query={said} empty={words.said.none}>
        {(row) => <Said row={row} />}
      </Rows>
      <section class="stack-small" aria-labelledby="complain">
        <h2 id="complain">{words.log.title}</h2>
        <p class="soft">{words.log.clinicians}</p>
        <ComplaintOnBehalf people={clients} />
      </section>
    </div>
  );
}
