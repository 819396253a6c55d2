/** In which language the server speaks to me: in answers, and in messages. */
import type { LanguageCode } from '../lib/strings';
import { api } from './client';

export async function saveLanguage(language: LanguageCode): Promise<void> {
  await api.PUT('/api/v1/me/language/', { body: { language } });
}
