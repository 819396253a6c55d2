/** Where the way to call a client lies on the page, for the key that calls. */
export const callId = (id: string): string => `call-${id}`;
