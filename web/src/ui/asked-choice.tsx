/**
 * What a form asks the server for before it can be filled in: on its way, not here, or there to choose
 * from. As asked.tsx does for a screen, but small: the rest of the form stays in sight and works.
 */
import './field.css';

import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/compat';

import { t } from '../lib/strings';
import { Button } from './button';
import { SelectField, type Option, type SelectFieldProps } from './select-field';

export interface Query<T> {
  data: T | undefined;
  isPending: boolean;
  error: Error | null;
  refetch: () => unknown;
}

interface AskedProps<T> {
  query: Query<T>;
  /** Whether the line, rather than the server, is why there is no answer. */
  isOffline: (error: unknown) => boolean;
  offlineBody?: string | undefined;
}

interface AskedSelectProps<T> extends AskedProps<T>, Omit<SelectFieldProps, 'options' | 'disabled' | 'children'> {
  /** What stands before a choice, or for none. */
  first?: string;
  options: (data: T) => readonly Option[];
}

/** A list to choose one of. Where it is not here, the list says so in place of its words. */
export function AskedSelect<T>({ query, isOffline, offlineBody, first, options, ...field }: AskedSelectProps<T>): JSX.Element {
  const { data, error } = query;
  const place = useRef<HTMLDivElement>(null);
  const away = useAway(query, place);
  const begins = first === undefined ? [] : [{ value: '', label: first }];
  return (
    <div ref={place}>
      <SelectField {...field} disabled={data === undefined} options={data === undefined ? [{ value: field.value, label: standingOf(query, isOffline) }] : [...begins, ...options(data)]}>
        <Away {...away} of={field.label} offline={isOffline(error)} offlineBody={offlineBody} />
      </SelectField>
    </div>
  );
}

interface AskedPartProps<T> extends AskedProps<T> {
  /** What it is, for who hears only the button. */
  label: string;
  /** Nothing near it says what it is. */
  titled?: boolean;
  children: (data: T) => ComponentChildren;
}

/** A part of a form or a page that is more than one list, or another kind of it. */
export function AskedPart<T>({ query, isOffline, offlineBody, label, titled = false, children }: AskedPartProps<T>): JSX.Element {
  const { data, error } = query;
  const place = useRef<HTMLDivElement>(null);
  const away = useAway(query, place);
  if (data !== undefined) return <>{children(data)}</>;
  return (
    <div class="field" ref={place}>
      {titled && <p class="field-label">{label}</p>}
      <p class="field-hint" role="status">
        {standingOf(query, isOffline)}
      </p>
      <Away {...away} of={label} offline={isOffline(error)} offlineBody={offlineBody} />
    </div>
  );
}

function standingOf({ isPending, error }: Query<unknown>, isOffline: AskedProps<unknown>['isOffline']): string {
  if (isPending) return `${t.common.loading}…`;
  return isOffline(error) ? t.common.offlineTitle : t.common.errorTitle;
}

interface AwayState {
  /** Nothing came, or it is asked for again by hand. */
  isAway: boolean;
  isAsking: boolean;
  onAgain: () => void;
}

/** The button stays while it is asked again; when the list comes, the focus goes from the button to it. */
function useAway({ data, isPending, refetch }: Query<unknown>, place: RefObject<HTMLDivElement | null>): AwayState {
  const [again, setAgain] = useState(false);
  const isHere = data !== undefined;
  useEffect(() => {
    if (!isHere || !again) return;
    setAgain(false);
    if (document.activeElement === document.body) place.current?.querySelector('select')?.focus();
  }, [isHere, again, place]);
  return {
    isAway: !isHere && (again || !isPending),
    isAsking: isPending,
    onAgain: () => {
      setAgain(true);
      void refetch();
    },
  };
}

interface AwayProps extends AwayState {
  of: string;
  offline: boolean;
  offlineBody: string | undefined;
}

function Away({ isAway, isAsking, onAgain, of, offline, offlineBody = t.common.offlineBody }: AwayProps): JSX.Element | null {
  if (!isAway) return null;
  return (
    <div class="row" role="status">
      {!isAsking && <p class="field-hint">{offline ? offlineBody : t.common.errorBody}</p>}
      <Button look="quiet" busy={isAsking} label={`${t.common.tryAgain}: ${of}`} onClick={onAgain}>
        {t.common.tryAgain}
      </Button>
    </div>
  );
}

/** Two questions of which a form needs both answers. Only what is not here is asked again. */
export function both<A, B>(one: Query<A>, other: Query<B>): Query<readonly [A, B]> {
  return {
    data: one.data !== undefined && other.data !== undefined ? [one.data, other.data] : undefined,
    isPending: one.isPending || other.isPending,
    error: one.error ?? other.error,
    refetch: () => [one, other].filter(({ data }) => data === undefined).forEach(({ refetch }) => void refetch()),
  };
}
