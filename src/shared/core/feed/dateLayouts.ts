import { HALF_DAY_WORDS } from './dateWords.ts'

const HALF_DAY = [...HALF_DAY_WORDS.morning, ...HALF_DAY_WORDS.afternoon]
  .map((word) => word.replaceAll('.', String.raw`\.`))
  .sort((one, other) => other.length - one.length)
  .join('|')

const TIME =
  String.raw`(?:(?<halfBefore>${HALF_DAY}) ?)?(?<hour>\d{1,2}):(?<minute>\d{2})` +
  String.raw`(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?: ?(?<halfAfter>${HALF_DAY})(?![a-z]))?`

const ZONE = String.raw`(?: ?(?<zone>(?:(?:etc/)?(?:gmt|utc?))? ?[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5}(?:/[a-z]{3})?))?`

/** A time of day after a date. */
const CLOCK = `(?:(?:t|,? (?:(?:at|um|a las|-) )?)${TIME}${ZONE})?`

const WEEKDAY = String.raw`(?:(?<weekday>\p{L}{1,20})(?:\.,?|,)? )?`

const MONTH_WORD = String.raw`(?<monthWord>\p{L}{3,14})\.?`

/**
 * The shapes a date may have, after folding (lower case, no accents, single spaces); the first that fits decides.
 * Groups: `year month monthWord day ordinal first other weekday hour minute second fraction halfBefore halfAfter zone`.
 */
export const DATE_LAYOUTS: readonly RegExp[] = [
  // ISO 8601, W3CDTF and their relatives: 2003-12-31T10:14:55Z, 2003-012-31, 2006/09/15 08:19:53 EDT, 2024. 1. 5.
  String.raw`${WEEKDAY}(?<year>\d{4})(?:[-/]|\. ?)0?(?<month>\d{1,2})(?:[-/]|\. ?)(?<day>\d{1,2})\.?${CLOCK}`,
  // RFC 822, RFC 850 and day-first prose: Thu, 01 Jan 2004 19:48:21 GMT, 06-Nov-94, 12 de enero de 2024, 12. Mai 2024
  String.raw`${WEEKDAY}(?<day>\d{1,2})(?:\.|st|nd|rd|th|er|º)?(?:[ -]| del? )${MONTH_WORD}(?:,? |-| del? )(?<year>\d{4}|\d{2})(?: ?г\.?)?${CLOCK}`,
  // Month-first prose: January 26, 2004 4:31 pm PST
  String.raw`${WEEKDAY}${MONTH_WORD} (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})${CLOCK}`,
  // asctime, with or without a zone: Sun Jul 15 01:16:00 +0000 2012
  String.raw`${WEEKDAY}${MONTH_WORD} (?<day>\d{1,2}) ${TIME}${ZONE} (?<year>\d{4})`,
  // Hungarian: 2004-julius-13t9:15-05:00, 2024. majus 5.
  String.raw`(?<year>\d{4})(?:-|\.? )${MONTH_WORD}[- ](?<day>\d{1,2})\.?${CLOCK}`,
  // Korean, Chinese, Japanese: 2004년 05월 28일 01:31:15
  String.raw`(?<year>\d{4})[年년] ?(?<month>\d{1,2})[月월] ?(?<day>\d{1,2})[日일](?: ?${TIME}${ZONE})?`,
  // Day.month.year, never the other way round; with `/` or `-` only when the numbers leave no doubt
  String.raw`${WEEKDAY}(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})${CLOCK}`,
  String.raw`${WEEKDAY}(?<first>\d{1,2})(?<between>[-/])(?<other>\d{1,2})\k<between>(?<year>\d{4})${CLOCK}`,
  // ISO 8601 basic and ordinal forms: 20031231T101455Z, 2003-365
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:[t ]?(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2}))?${ZONE})?`,
  String.raw`(?<year>\d{4})-?(?<ordinal>\d{3})${CLOCK}`,
  // ISO 8601 reduced: 2003-12, 2003; and with years of two digits (edition of 1988): -0312, -03-12, 03-12-31, 03-365
  String.raw`(?<year>\d{4})(?:-(?<month>\d{2}))?`,
  String.raw`-(?<year>\d{2})(?:-?(?<month>\d{2}))?`,
  String.raw`(?<year>\d{2})-?(?<month>\d{2})-?(?<day>\d{2})${CLOCK}`,
  String.raw`(?<year>\d{2})-?(?<ordinal>\d{3})${CLOCK}`,
].map((layout) => new RegExp(`^${layout}$`, 'u'))
