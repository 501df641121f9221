/** One line of the strip at the foot of every letter. */
export interface StripLine {
  readonly lang: string;
  readonly text: string;
}

/**
 * "An interpreter is free. Ask the school office." in the languages that families of schools in the United Kingdom speak
 * most (domain 6.3). The letter itself is never translated by a machine; this line tells where a person helps.
 */
export const INTERPRETER_STRIP: readonly StripLine[] = [
  { lang: 'cy', text: 'Cymraeg: Mae cyfieithydd am ddim. Gofynnwch yn swyddfa’r ysgol.' },
  { lang: 'pl', text: 'Polski: Tłumacz jest bezpłatny. Proszę zapytać w sekretariacie szkoły.' },
  { lang: 'ro', text: 'Română: Interpretul este gratuit. Întrebați la secretariatul școlii.' },
  { lang: 'uk', text: 'Українська: Перекладач безкоштовний. Зверніться до канцелярії школи.' },
  { lang: 'pt', text: 'Português: O intérprete é gratuito. Pergunte na secretaria da escola.' },
  { lang: 'es', text: 'Español: El intérprete es gratuito. Pregunte en la oficina de la escuela.' },
  { lang: 'so', text: 'Soomaali: Turjubaanku waa bilaash. Weydii xafiiska dugsiga.' },
  { lang: 'tr', text: 'Türkçe: Tercüman ücretsizdir. Okul ofisine sorun.' },
  { lang: 'ur', text: 'اردو: مترجم مفت ہے۔ اسکول کے دفتر سے پوچھیں۔' },
  { lang: 'ar', text: 'العربية: المترجم مجاني. اسألوا في مكتب المدرسة.' },
  { lang: 'pa', text: 'ਪੰਜਾਬੀ: ਦੁਭਾਸ਼ੀਆ ਮੁਫ਼ਤ ਹੈ। ਸਕੂਲ ਦੇ ਦਫ਼ਤਰ ਤੋਂ ਪੁੱਛੋ।' },
  { lang: 'bn', text: 'বাংলা: দোভাষী বিনামূল্যে। স্কুলের অফিসে জিজ্ঞাসা করুন।' },
  { lang: 'gu', text: 'ગુજરાતી: દુભાષિયો મફત છે. શાળાની ઑફિસમાં પૂછો.' },
  { lang: 'ta', text: 'தமிழ்: மொழிபெயர்ப்பாளர் இலவசம். பள்ளி அலுவலகத்தில் கேளுங்கள்.' },
];

/** Whether a line of the strip is written from the right. */
export function isRightToLeft({ lang }: StripLine): boolean {
  return lang === 'ur' || lang === 'ar';
}
