/** Which program was looked at last, so that the next page shows the same one, after a reload too. */
import { readStored, writeStored } from './stored';

const KEY = 'foothold.program';

export const lastProgram = (): string => readStored(KEY, 'session') ?? '';

export const noteProgram = (id: string): void => writeStored(KEY, id, 'session');
