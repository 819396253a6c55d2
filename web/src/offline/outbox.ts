/**
 * The living side of the queue: what is unsent right now, when to try again, and news of it for
 * the screens. Storing is queue.ts, one run of sending is sync.ts.
 */
import { listReceipts, listWork, removeWork, saveWork, type Receipt, type Work, type WorkKind } from './queue';
import { sendAll, type Line, type SyncEnd } from './sync';
import { hearTabs } from './tabs';
import type { Vault } from './vault';

export interface Snapshot {
  loaded: boolean;
  work: Work[];
  receipts: Receipt[];
  diaryReceipts: Receipt[];
  sending: boolean;
  lastEnd: SyncEnd | undefined;
  /** When it will be tried again by itself. */
  nextTry: number | undefined;
}

export interface NewWork {
  id: string;
  kind: WorkKind;
  path: string;
  method?: 'PUT';
  body: Record<string, unknown>;
  mayAmend?: boolean;
  shareAfter?: boolean;
}

export interface OutboxEvents {
  onReceived: () => void;
  onSignInNeeded: () => void;
}

const SECOND = 1000;
/** Waits between tries while there is no line; the last one repeats. */
const WAITS = [2, 5, 15, 30, 60, 120, 300].map((seconds) => seconds * SECOND);

/** What says which version it was made from. */
const VERSIONED: readonly WorkKind[] = ['diary_card', 'urge', 'lapse'];

export class Outbox {
  private current: Snapshot = { loaded: false, work: [], receipts: [], diaryReceipts: [], sending: false, lastEnd: undefined, nextTry: undefined };
  private failures = 0;
  private lastCreated = 0;
  private reloads = 0;
  private shown = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = true;
  private askedAgain = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly vault: Vault,
    private readonly line: Line,
    private readonly events: OutboxEvents,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.current;

  /** Resolves when the work is safe on the device; sending goes on behind. */
  async add({ mayAmend = false, ...work }: NewWork): Promise<void> {
    await this.store({ ...work, mayAmend, created: this.nextMoment(), attempts: 0, state: 'waiting' });
  }

  /** Now, but always after the piece before: two of one millisecond must keep their order. */
  private nextMoment(): number {
    this.lastCreated = Math.max(Date.now(), this.lastCreated + 1);
    return this.lastCreated;
  }

  /** Put a piece that was held back into line again, perhaps to another address. */
  async release({ trouble, ...work }: Work, path: string): Promise<void> {
    const { kind, body } = work;
    // These say which version they replace; the person has just agreed to the newest one.
    const agreed = VERSIONED.includes(kind) ? { ...body, base_version: trouble?.existingVersion ?? null } : body;
    await this.store({ ...work, path, body: agreed, state: 'waiting' });
  }

  async remove(id: string): Promise<void> {
    await removeWork(id);
    await this.reload();
  }

  /** Listen to the network, the screen and the clock; returns a way to stop. */
  start(): () => void {
    this.stopped = false;
    const wake = (): void => void this.sendNow();
    const wakeWhenSeen = (): void => {
      if (document.visibilityState === 'visible') wake();
    };
    window.addEventListener('online', wake);
    window.addEventListener('focus', wake);
    document.addEventListener('visibilitychange', wakeWhenSeen);
    const stopHearing = hearTabs((news) => {
      if (news === 'queue-changed') void this.reload();
    });
    void this.reload().then(wake);
    return () => {
      this.stopped = true;
      clearTimeout(this.timer);
      window.removeEventListener('online', wake);
      window.removeEventListener('focus', wake);
      document.removeEventListener('visibilitychange', wakeWhenSeen);
      stopHearing();
    };
  }

  async sendNow(): Promise<void> {
    if (this.stopped) return;
    // A call during a run means there may be more to send than the run has seen.
    this.askedAgain = true;
    if (this.current.sending) return;
    this.change({ sending: true });
    try {
      while (this.askedAgain) {
        this.askedAgain = false;
        await this.run();
      }
    } finally {
      this.change({ sending: false });
    }
  }

  private async run(): Promise<void> {
    const before = this.current.work.length;
    const end = await sendAll(this.vault, this.line);
    await this.reload();
    this.change({ lastEnd: end });
    if (this.current.work.length < before) this.events.onReceived();
    if (end === 'sign_in_needed') this.events.onSignInNeeded();
    this.planNext(end);
  }

  private planNext(end: SyncEnd): void {
    clearTimeout(this.timer);
    this.failures = end === 'no_line' ? this.failures + 1 : 0;
    if (end !== 'no_line' || this.stopped) {
      this.change({ nextTry: undefined });
      return;
    }
    // Spread a little, so that many phones do not come back in the same second.
    const wait = (WAITS[Math.min(this.failures, WAITS.length) - 1] ?? SECOND) * (0.8 + Math.random() * 0.4);
    this.timer = setTimeout(() => void this.sendNow(), wait);
    this.change({ nextTry: Date.now() + wait });
  }

  private async store(work: Work): Promise<void> {
    await saveWork(this.vault, work);
    // Now there is something to lose: ask the browser not to throw it away when space is short.
    void (navigator.storage as StorageManager | undefined)?.persist().catch(() => undefined);
    await this.reload();
    void this.sendNow();
  }

  private async reload(): Promise<void> {
    const turn = (this.reloads += 1);
    const [work, receipts, diaryReceipts] = await Promise.all([listWork(this.vault), listReceipts(this.vault), listReceipts(this.vault, 'diary_card')]);
    // A slow look must not take the place of a later one: sent work would show as unsent.
    if (turn < this.shown) return;
    this.shown = turn;
    this.change({ loaded: true, work, receipts, diaryReceipts });
  }

  private change(part: Partial<Snapshot>): void {
    this.current = { ...this.current, ...part };
    for (const listener of this.listeners) listener();
  }
}
