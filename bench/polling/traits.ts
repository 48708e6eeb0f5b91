import type { Charset } from '../../demo/charsets.ts'
import type { Random } from '../../demo/random.ts'
import { draw, type Shares } from './shares.ts'

/** Wire format; `sitemap` is a news sitemap. */
export type Format = 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap'

/**
 * What a feed says for conditional requests: `fickle` validators are others with every answer, `frozen` ones stay the same
 * for six hours whatever changes, and the server believes them.
 */
export type Validators = 'both' | 'etag' | 'none' | 'fickle' | 'frozen'

/** What is wrong with a feed, always or now and then. */
export type Trouble =
  | 'none'
  | 'moved'
  | 'redirected'
  | 'loop'
  | 'gone'
  | 'missing_at_times'
  | 'failing_at_times'
  | 'limited_seconds'
  | 'limited_date'
  | 'unavailable'
  | 'slow'
  | 'drip'
  | 'reset_at_times'
  | 'bad_gzip'
  | 'huge'
  | 'nested'

/** How a feed names its entries: each by a guid of its own, all by one, or by guids used again and again. */
export type Guids = 'own' | 'one' | 'reused'

/** The habits of one feed. */
export interface Traits {
  readonly format: Format
  readonly validators: Validators
  readonly compression: 'gzip' | 'br' | 'none'
  readonly charset: Charset
  /** The server names another charset than the body has. */
  readonly mislabelled: boolean
  readonly trouble: Trouble
  readonly guids: Guids
  /** XML that breaks off, with bare ampersands. */
  readonly broken: boolean
  readonly tracking: boolean
  /** Entries shown at most. */
  readonly window: number
  /** Entries come several at a time. */
  readonly bursts: boolean
  readonly ttlMinutes: number
  readonly maxAgeSeconds: number
}

/** Shares in per cent: choices that make every known behaviour occur, not measurements of the web. */
const shares = {
  format: [
    ['rss', 55],
    ['atom', 20],
    ['rdf', 5],
    ['json', 10],
    ['sitemap', 10],
  ],
  validators: [
    ['both', 50],
    ['etag', 20],
    ['none', 20],
    ['fickle', 5],
    ['frozen', 5],
  ],
  compression: [
    ['gzip', 60],
    ['br', 20],
    ['none', 20],
  ],
  charset: [
    ['utf-8', 90],
    ['windows-1251', 4],
    ['iso-8859-1', 3],
    ['iso-8859-2', 2],
    ['utf-16', 1],
  ],
  trouble: [
    ['none', 80],
    ['moved', 2],
    ['redirected', 2],
    ['loop', 1],
    ['gone', 1],
    ['missing_at_times', 3],
    ['failing_at_times', 2],
    ['limited_seconds', 1.5],
    ['limited_date', 1.5],
    ['unavailable', 3],
    ['slow', 0.5],
    ['drip', 0.5],
    ['reset_at_times', 0.5],
    ['bad_gzip', 0.5],
    ['huge', 0.5],
    ['nested', 0.5],
  ],
  guids: [
    ['own', 96],
    ['one', 2],
    ['reused', 2],
  ],
  window: [
    [10, 5],
    [15, 10],
    [25, 65],
    [50, 20],
  ],
  ttlMinutes: [
    [0, 85],
    [15, 5],
    [30, 5],
    [60, 5],
  ],
  maxAgeSeconds: [
    [0, 60],
    [60, 15],
    [300, 15],
    [900, 10],
  ],
} as const satisfies { readonly [Trait in keyof Traits]?: Shares<Traits[Trait]> }

const chance = { mislabelled: 0.05, broken: 0.03, tracking: 0.1, bursts: 0.1 } as const

/** Troubles that never let anything be read. */
export const hopeless: ReadonlySet<Trouble> = new Set([
  'loop',
  'drip',
  'bad_gzip',
  'huge',
  'nested',
])

/** Draws the habits of one feed. */
export function drawTraits(random: Random): Traits {
  const format = draw<Format>(shares.format, random)
  const isXml = format !== 'json'
  const flip = (name: keyof typeof chance) => random.next() < chance[name]
  return {
    format,
    validators: draw<Validators>(shares.validators, random),
    compression: draw<Traits['compression']>(shares.compression, random),
    charset: isXml ? draw<Charset>(shares.charset, random) : 'utf-8',
    mislabelled: flip('mislabelled') && isXml,
    trouble: draw<Trouble>(shares.trouble, random),
    guids: draw<Guids>(shares.guids, random),
    broken: flip('broken') && (format === 'rss' || format === 'atom'),
    tracking: flip('tracking'),
    window: draw<number>(shares.window, random),
    bursts: flip('bursts'),
    ttlMinutes: format === 'rss' ? draw<number>(shares.ttlMinutes, random) : 0,
    maxAgeSeconds: draw<number>(shares.maxAgeSeconds, random),
  }
}
