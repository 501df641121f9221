/** Which part of the day a word beside a time means. `none`: no word; `unknown`: a word that is not in the table. */
export const HALF = { none: 0, am: 1, pm: 2, noon: 3, night: 4, unknown: 5 } as const;

// Words that are met often, and those for parts of the day that are not its halves. Compared in lower case with dots,
// spaces and marks taken out. The rest comes from the engine.
const AM = `am मपू vorm vormittags morgens früh morgen inthemorning atdawn ص صباحا قبلازظهر قظ 上午 凌晨 早上 清晨 午前 오전
  sáng öğledenönce délelőtt dop dopoledne fmd pagi پیشازظهر paradite dopoludnia prepodne delamañana delamadrugada
  mañana damanhã dumatin dimattina मध्यरात्री سحر صبح rano ujutro prijepodne eparadites`;
const PM = `pm मउ nachm nachmittags nachmittag abends abend intheafternoon intheevening م مساء بعدازظهر بظ 下午 晚上 傍晚 午後 오후 저녁
  chiều öğledensonra délután odp odpoledne petang pasdite popoludní popodne delatarde delanoche tarde noche datarde danoite
  del'aprèsmidi dusoir dipomeriggio disera شام دوپہر popołudniu wieczorem epasdites`;
const NOON = 'mittags 中午 atnoon noon mediodía delmediodía midi 정오';
const NIGHT = 'nachts atnight 밤 夜中 nacht رات';

const TABLE = new Map<string, number>();
for (const [words, half] of [
  [AM, HALF.am],
  [PM, HALF.pm],
  [NOON, HALF.noon],
  [NIGHT, HALF.night],
] as const) {
  for (const word of words.split(/\s+/)) if (word !== '') TABLE.set(word, half);
}

function key(word: string): string {
  return word.replace(/[.\s\u00a0\u202f\u2009\u064b-\u0652’]/g, '').toLowerCase();
}

/** Languages whose words for the halves of the day are asked for when a word is not in the table. */
const MORE =
  'vi tr el hu sv af lv lt ms fi bn hi mr ne cy sq am bs my is ga ha ky lo mk mn ps sd si sl so uk uz kn ml te gu pa ta th ka hy az eu gl lb km or as sw yo ig zu tk tg';
let engineTable: Map<string, number> | null = null;

// The words that the engine's own Unicode CLDR data has, so that none is typed in here.
function fromEngine(): Map<string, number> {
  const words = new Map<string, number>();
  for (const language of MORE.split(' ')) {
    const format = new Intl.DateTimeFormat(language, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
    for (const [hour, half] of [
      [9, HALF.am],
      [18, HALF.pm],
    ] as const) {
      const parts = format.formatToParts(Date.UTC(2021, 0, 1, hour));
      const word = key(parts.find((part) => part.type === 'dayPeriod')?.value ?? '');
      if (word !== '' && !words.has(word)) words.set(word, half);
    }
  }
  return words;
}

/**
 * Looks up the word beside a time.
 * @param word the word as printed: `p. m.`, `上午`, `in the morning`
 * @returns a value of {@link HALF}
 */
export function halfOf(word: string): number {
  const looked = key(word);
  if (looked === '') return HALF.none;
  const known = TABLE.get(looked);
  if (known !== undefined) return known;
  engineTable ??= fromEngine();
  return engineTable.get(looked) ?? HALF.unknown;
}

/**
 * Hour of the day, 0 to 23, from the hour as printed and the part of the day.
 * @param hour as printed, 0 to 24
 * @param half a value of {@link HALF}
 */
export function hourOfDay(hour: number, half: number): number {
  if (hour > 12) return hour % 24;
  if (half === HALF.am) return hour % 12;
  if (half === HALF.pm) return (hour % 12) + 12;
  if (half === HALF.noon) return hour < 10 ? hour + 12 : hour;
  if (half === HALF.night) return hour === 12 ? 0 : hour >= 8 ? hour + 12 : hour;
  return hour;
}
