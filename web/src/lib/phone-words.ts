/** A telephone number as it is written here: “617-555-0142”; one of another country as it came. */
export const phoneWords = (phone: string): string => phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3');
