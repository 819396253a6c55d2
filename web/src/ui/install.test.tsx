import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { loadWords } from '../lib/strings';

const user = userEvent.setup();
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1';

/** A fresh start each time: what the browser offered is held by the module. */
async function started() {
  vi.resetModules();
  const strings = await import('../lib/strings');
  await strings.speak('en');
  await strings.loadWords(['install']);
  const { holdOffer } = await import('../lib/offer');
  holdOffer();
  return import('./install');
}

const offer = (outcome: string): { prompt: ReturnType<typeof vi.fn>; event: Event } => {
  const prompt = vi.fn(() => Promise.resolve());
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt, userChoice: Promise.resolve({ outcome }) });
  return { prompt, event };
};

beforeEach(async () => {
  await loadWords(['install']);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

it('offers nothing where the browser cannot do it', async () => {
  const { OfferInstall } = await started();
  render(<OfferInstall />);

  expect(screen.queryByRole('heading')).toBeNull();
});

it('keeps what the browser offered until somebody presses', async () => {
  const { OfferInstall } = await started();
  const { prompt, event } = offer('accepted');
  window.dispatchEvent(event);
  render(<OfferInstall />);
  expect(event.defaultPrevented).toBe(true);
  expect(prompt).not.toHaveBeenCalled();

  await user.click(screen.getByRole('button', { name: 'Put it there' }));

  expect(prompt).toHaveBeenCalledOnce();
});

it('is gone for good after a no', async () => {
  const { OfferInstall } = await started();
  window.dispatchEvent(offer('dismissed').event);
  const { unmount } = render(<OfferInstall />);
  await user.click(screen.getByRole('button', { name: 'Do not offer this again' }));
  unmount();
  render(<OfferInstall />);

  expect(screen.queryByRole('heading')).toBeNull();
});

it('shows the steps on an iPhone, and not in the app that was put there', async () => {
  vi.stubGlobal('navigator', { userAgent: IPHONE, maxTouchPoints: 5 });
  const { InstallCard } = await started();
  const { unmount } = render(<InstallCard />);
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  unmount();

  vi.stubGlobal('navigator', { userAgent: IPHONE, maxTouchPoints: 5, standalone: true });
  render(<InstallCard />);

  expect(screen.queryByRole('listitem')).toBeNull();
  expect(screen.getByText('The app is on your home screen.')).toBeTruthy();
});
