/**
 * How dates, numbers and lists are written where people read the app: in the United States, in
 * their language. Spanish has the clock of twelve hours there, and a point before the decimals.
 * Making a formatter is slow, so each is made once.
 */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-US', es: 'es-US' };

const localeOf = (language: string): string => LOCALES[language] ?? language;

function once<O extends object, F>(make: (locale: string, options: O) => F): (language: string, options: O) => F {
  const made = new Map<string, F>();
  return (language, options) => {
    const key = `${language} ${JSON.stringify(options)}`;
    const found = made.get(key) ?? make(localeOf(language), options);
    made.set(key, found);
    return found;
  };
}

const dates = once((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
const numbers = once((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
const lists = once((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));

export const formatDate = (at: number | Date, language: string, options: Intl.DateTimeFormatOptions): string => dates(language, options).format(at);

/** With a minus as wide as the plus. */
export const formatNumber = (value: number, language: string, options: Intl.NumberFormatOptions = { maximumFractionDigits: 1 }): string => numbers(language, options).format(value).replace('-', '−');

/** “+1.5”, “−2” */
export const signedNumber = (value: number, language: string): string => formatNumber(value, language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

/** “A, B, and C” */
export const formatList = (parts: Iterable<string>, language: string): string => lists(language, { type: 'conjunction' }).format(parts);
