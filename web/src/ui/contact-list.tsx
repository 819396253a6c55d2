/** People to call or text, as large plain links that need no code to work. */
import './contact-list.css';

import type { JSX } from 'preact';

import { t } from '../lib/strings';
import { ButtonOut } from './button';

export interface Contact {
  name: string;
  about: string;
  call?: { number: string; href: string };
  text?: { label: string; href: string };
}

interface ContactListProps {
  contacts: readonly Contact[];
  /** The first to reach for: drawn stronger. */
  strong?: boolean;
}

export function ContactList({ contacts, strong = false }: ContactListProps): JSX.Element {
  return (
    <ul class="contacts">
      {contacts.map((contact) => (
        <li key={contact.name} class={strong ? 'card contact contact-strong' : 'card contact'}>
          <div class="contact-words">
            <p class="contact-name">{contact.name}</p>
            <p class="soft small">{contact.about}</p>
          </div>
          <ContactActions contact={contact} strong={strong} />
        </li>
      ))}
    </ul>
  );
}

function ContactActions({ contact: { name, call, text }, strong }: { contact: Contact; strong: boolean }): JSX.Element {
  return (
    <div class="contact-actions">
      {call && (
        <ButtonOut href={call.href} icon="call" look={strong ? 'primary' : 'secondary'} label={`${t.help.call(call.number)}, ${name}`}>
          {t.help.call(call.number)}
        </ButtonOut>
      )}
      {text && (
        <ButtonOut href={text.href} icon="text" look="secondary" label={`${text.label}, ${name}`}>
          {text.label}
        </ButtonOut>
      )}
    </div>
  );
}
