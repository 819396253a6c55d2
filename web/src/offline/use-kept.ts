/** A small sealed thing as state: read once, then written through to the device at each change. */
import { useCallback, useEffect, useState } from 'preact/compat';

import { useDevice } from './device';
import { keep, letGo, recall } from './keeping';

export interface Kept<T> {
  /** False until the device has answered. */
  loaded: boolean;
  value: T | undefined;
  /** Writes happen in the order of the calls; undefined forgets. */
  write: (value: T | undefined) => void;
}

export function useKept<T>(name: string): Kept<T> {
  const { vault } = useDevice();
  const [state, setState] = useState<{ name: string; value: T | undefined }>();

  useEffect(() => {
    let current = true;
    void recall(vault, name)
      .catch(() => undefined)
      .then((value) => {
        // Only this app writes under this name, so the shape is the caller's.
        if (current) setState({ name, value: value as T | undefined });
      });
    return () => {
      current = false;
    };
  }, [vault, name]);

  const write = useCallback(
    (value: T | undefined): void => {
      setState({ name, value });
      void (value === undefined ? letGo(name) : keep(vault, name, value));
    },
    [vault, name],
  );

  const mine = state?.name === name ? state : undefined;
  return { loaded: mine !== undefined, value: mine?.value, write };
}
