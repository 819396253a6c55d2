/** The one shape of a failed request: no answer at all, or the server's refusal with its sentence. */

export interface Refusal {
  code: string;
  detail: string;
  fields?: Record<string, string[]>;
  /** Members that some codes add, such as `existing` and `amend`. */
  members: Record<string, unknown>;
}

export class Problem extends Error {
  constructor(
    /** 0 when no answer came. */
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(refusal.detail || refusal.code);
    this.name = 'Problem';
  }

  get isOffline(): boolean {
    return this.status === 0;
  }
}

export const offlineProblem = (): Problem => new Problem(0, { code: 'offline', detail: '', members: {} });

/** Read the server's error body; anything else becomes a refusal without a sentence. */
export function toProblem(status: number, body: unknown): Problem {
  if (typeof body !== 'object' || body === null) {
    return new Problem(status, { code: 'unknown', detail: '', members: {} });
  }
  const { code, detail, fields, ...members } = body as Record<string, unknown>;
  const refusal: Refusal = {
    code: typeof code === 'string' ? code : 'unknown',
    detail: typeof detail === 'string' ? detail : '',
    members,
  };
  if (typeof fields === 'object' && fields !== null) refusal.fields = fields as Record<string, string[]>;
  return new Problem(status, refusal);
}

/** No answer came: the line, not the server. */
export const isOffline = (error: unknown): boolean => error instanceof Problem && error.isOffline;

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.refusal.code === code);
