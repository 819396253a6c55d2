/** For which sides of the app the first look around was shown on this device. It says nothing about who was here. */
import { readStored, writeStored } from './stored';

const SHOWN = 'foothold.toured';

const sides = (): string[] => (readStored(SHOWN) ?? '').split(' ').filter(Boolean);

export const wasShown = (side: string): boolean => sides().includes(side);

export const noteShown = (side: string): void => {
  if (!wasShown(side)) writeStored(SHOWN, [...sides(), side].join(' '));
};
