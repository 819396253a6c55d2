/** Names that the device makes for its own work, so that the server can tell a repeat from news. */
export const newSubmissionId = (): string => crypto.randomUUID();
