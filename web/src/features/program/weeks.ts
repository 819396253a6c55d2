/** How many weeks an enrolment is planned for. Pure. */
const FEWEST = 6;
const MOST = 12;

/** Whether what was written is a number of weeks that may be planned. */
export const isWeeks = (text: string): boolean => /^\d{1,2}$/.test(text) && Number(text) >= FEWEST && Number(text) <= MOST;
