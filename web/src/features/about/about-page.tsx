/** The frame of the public pages: what the page is about, and the ways on from it. Anyone may read them. */
import './about.css';

import type { ComponentChildren, JSX } from 'preact';

import { Link } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { ButtonLink } from '../../ui/button';
import { Icon, type IconName } from '../../ui/icon';

export type AboutName = 'overview' | 'levels' | 'guide' | 'questions' | 'call';

const PAGES: readonly { name: AboutName; to: string; icon: IconName }[] = [
  { name: 'overview', to: '/about', icon: 'leaf' },
  { name: 'levels', to: '/about/levels', icon: 'steps' },
  { name: 'guide', to: '/about/guide', icon: 'search' },
  { name: 'questions', to: '/about/questions', icon: 'text' },
];

interface AboutPageProps {
  name: AboutName;
  title: string;
  lead: string;
  /** Drawn above the title. */
  picture?: ComponentChildren;
  children: ComponentChildren;
}

export function AboutPage({ name, title, lead, picture, children }: AboutPageProps): JSX.Element {
  return (
    <div class="page stack about">
      {picture}
      <header class="stack-small">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </header>
      {children}
      <WaysOn from={name} />
    </div>
  );
}

function WaysOn({ from }: { from: AboutName }): JSX.Element {
  return (
    <nav class="about-ways stack-small" aria-label={t.about.pages.label}>
      <ul class="about-ways-list">
        {PAGES.filter(({ name }) => name !== from).map(({ name, to, icon }) => (
          <li key={name}>
            <Link to={to} class="about-way">
              <Icon name={icon} />
              <span>{t.about.pages[name]}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/notice" class="about-way">
            <Icon name="lock" />
            <span>{t.about.pages.notice}</span>
          </Link>
        </li>
      </ul>
      {from !== 'call' && (
        <ButtonLink to="/about/call" icon="call" wide>
          {t.about.pages.call}
        </ButtonLink>
      )}
    </nav>
  );
}
