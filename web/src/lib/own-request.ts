/** What the signed paper says, word for word, when the person gave no reason of their own. */
const OWN_REQUEST = 'at the request of the patient';

export const isOwnRequest = (purpose: string): boolean => purpose === OWN_REQUEST;
