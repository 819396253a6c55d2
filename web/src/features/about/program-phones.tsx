/** The numbers of our programs, for those who would rather call us. Nothing is shown when they cannot be loaded. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { programFactsQuery } from '../../api/admissions';
import { phoneHref } from '../../lib/help-lines';
import { t } from '../../lib/strings';
import { ContactList } from '../../ui/contact-list';

export function ProgramPhones(): JSX.Element | null {
  const reachable = (useQuery(programFactsQuery).data ?? []).filter(({ daytime_phone }) => daytime_phone !== '');
  if (reachable.length === 0) return null;
  const contacts = reachable.map(({ name, daytime_phone: number }) => ({ name, about: t.help.programDayAbout, call: { number, href: phoneHref(number) } }));
  return (
    <section class="stack-small" aria-labelledby="about-phones">
      <h2 id="about-phones">{t.about.call.orCall}</h2>
      <ContactList contacts={contacts} />
    </section>
  );
}
