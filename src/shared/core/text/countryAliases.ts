/** Region codes of `Intl` that are no countries of the news: former, reserved, uninhabited or groups of countries. */
export const NOT_COUNTRIES = new Set(
  'EU EZ UN QO XA XB ZZ AC CP DG IC TA EA AN BU CS DD FX NT SU TP YD YU ZR UK AQ BV HM TF UM IO GS CQ'.split(
    ' ',
  ),
)

/** Regions whose short name is the one newspapers use. */
export const SHORT_NAMED = 'US GB HK MM PS BA CD CZ'.split(' ')

/** Everyday names that CLDR does not list, by language. */
export const COUNTRY_ALIASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { 'United States': 'US', 'U.S': 'US', Bosnia: 'BA' },
  vi: { Mỹ: 'US', 'Hoa Kỳ': 'US', Bosnia: 'BA', 'Hàn Quốc': 'KR', 'Triều Tiên': 'KP', Anh: 'GB' },
  de: { Bosnien: 'BA' },
  fr: { Bosnie: 'BA' },
  es: { Bosnia: 'BA' },
  it: { Bosnia: 'BA' },
  pt: { Bósnia: 'BA' },
  nl: { Bosnië: 'BA' },
  ru: { Босния: 'BA' },
}

/** Languages whose name, used as an adjective, points to one country. */
export const NATIONAL_LANGUAGES = (
  'fr de it nl pl ru uk bg sr hr sl sk cs hu ro el tr fa he hi th vi id ja ko zh sv da no fi et lv lt sq mk hy ka ' +
  'az kk uz ms my km lo bn ur ne si so am is ga be'
).split(' ')

/** Languages of syllables or bare stems, in which language names are too short to be told from other words. */
export const NO_ADJECTIVES = new Set(['vi', 'id', 'ms'])

/** Languages written without spaces: their country names are searched as substrings. */
export const SUBSTRING_LANGUAGES = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my'])
