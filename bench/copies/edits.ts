import { createRandom, type Random } from '../../demo/random.ts'
import { canonicalizeUrl } from '../../src/shared/core/copies/canonicalUrl.ts'
import { fingerprintText } from '../../src/shared/core/copies/fingerprint.ts'
import { markText } from '../../src/shared/core/copies/markedText.ts'
import { estimateOverlap } from '../../src/shared/core/copies/overlap.ts'
import { compareVersions } from '../../src/shared/core/copies/revision.ts'
import { type ArticleIdentity, isSameArticle } from '../../src/shared/core/copies/sameArticle.ts'
import { areTemplateSiblings } from '../../src/shared/core/copies/template.ts'
import {
  learnTemplate,
  noTemplates,
  readTemplate,
} from '../../src/shared/core/copies/templateMemory.ts'
import type { TemplateMemory } from '../../src/shared/core/copies/templateTypes.ts'
import { scanTokens } from '../../src/shared/core/copies/tokens.ts'
import { editablePages, edits, type PageText } from './editPages.ts'
import { editWords } from './editTexts.ts'
import { templatePages } from './templatePages.ts'
import { templateTexts } from './templateTexts.ts'

/** An article under the names its publisher gives it. */
interface Entry extends PageText {
  readonly identity: ArticleIdentity
}

const noonMs = Date.UTC(2026, 10, 22, 12, 0, 17)

/** How names of an entry drift; `serial` stays in the address unless the whole address goes. */
interface Drift {
  readonly name: string
  apply(identity: ArticleIdentity, random: Random): ArticleIdentity
}

const reworded = (title: string) =>
  `Update: ${title.split(' ').slice(0, 5).join(' ')} – what we know`

const drifts: readonly Drift[] = [
  { name: 'none', apply: (identity) => identity },
  { name: 'title', apply: (identity) => ({ ...identity, title: reworded(identity.title) }) },
  {
    name: 'guid',
    apply: (identity, random) => ({ ...identity, guid: `g${random.between(1e6, 9e6)}` }),
  },
  {
    name: 'tracking',
    apply: (identity) => ({
      ...identity,
      url: canonicalizeUrl(`${identity.url}?utm_source=rss`) ?? '',
    }),
  },
  { name: 'slug', apply: withNewSlug },
  {
    name: 'slugAndGuid',
    apply: (identity, random) => ({
      ...withNewSlug(identity),
      guid: `g${random.between(1e6, 9e6)}`,
    }),
  },
  {
    name: 'everything',
    apply: (identity, random) => ({
      ...identity,
      guid: `g${random.between(1e6, 9e6)}`,
      url: `https://news.example/updates/${random.between(1e6, 9e6)}`,
      title: reworded(identity.title),
    }),
  },
  {
    name: 'noGuid',
    apply: (identity) => ({
      ...withNewSlug(identity),
      guid: null,
      title: reworded(identity.title),
    }),
  },
]

function withNewSlug(identity: ArticleIdentity): ArticleIdentity {
  const [serial = ''] = identity.url.match(/\d{6,}/) ?? []
  return { ...identity, url: `https://news.example/world/rewritten-headline-${serial}` }
}

function entryOf(page: PageText, serial: number): Entry {
  const slug = page.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
  return {
    ...page,
    identity: {
      source: 'news.example',
      guid: `tag:news.example,${serial}`,
      url: `https://news.example/world/${slug}-${184_003 + 7 * serial}`,
      title: page.title,
      publishedMs: noonMs + 60_000 * serial,
    },
  }
}

/** What the index and the guard would say of two texts. */
function matchOf(one: PageText, other: PageText, memory: TemplateMemory = noTemplates) {
  const a = one.paragraphs.join('\n')
  const b = other.paragraphs.join('\n')
  const page = markText(a)
  const reading = readTemplate(memory, page.tokens)
  return {
    ...estimateOverlap(fingerprintText(a), fingerprintText(b)),
    siblings: areTemplateSiblings(page, markText(b), { reading }),
    retracted: compareVersions(one, other).grade === 'retracted',
  }
}

/** Every text under every edit and drift, and what the rules make of it. */
export function measureEdits(seed: number) {
  const random = createRandom(seed)
  const entries = editablePages().map(entryOf)
  const confusion: Record<string, Counts> = {}
  let opened: Counts = {}
  let versions = 0
  let right = 0
  let stories = 0
  for (const entry of entries) {
    for (const edit of edits) {
      const words = editWords[entry.lang]
      const edited = words && edit.apply(entry, words, random)
      if (!edited) continue
      const { grade } = compareVersions(entry, edited)
      versions++
      if (grade === edit.grade) right++
      confusion[edit.name] = added(confusion[edit.name] ?? {}, grade)
      const match = matchOf(entry, edited)
      for (const drift of drifts) {
        // a notice in place of the whole text, under a new address, leaves nothing to know the article by
        if (edit.name === 'retraction' && drift.name === 'everything') continue
        const identity = drift.apply(entry.identity, random)
        if (isSameArticle(entry.identity, identity, match)) continue
        stories++
        opened = added(opened, `${edit.name}/${drift.name}`)
      }
    }
  }
  return {
    articles: entries.length,
    versions,
    gradesRight: right / versions,
    openedByEdit: stories,
    opened,
    confusion,
    ...measureStrangers(entries),
  }
}

type Counts = Readonly<Record<string, number>>

function added(counts: Counts, name: string): Counts {
  return { ...counts, [name]: (counts[name] ?? 0) + 1 }
}

/** Different articles of one source, template pages among them, that are taken for one. */
function measureStrangers(entries: readonly Entry[]) {
  const weather = templatePages({ templates: templateTexts, days: 2, seed: 3, footing: 1 }).filter(
    ({ lang, kind }) => lang === 'en' && kind !== 'live',
  )
  const all = [...entries, ...weather.map((page, index) => entryOf(page, 500 + index))]
  const memory = memoryOf(weather)
  let pairs = 0
  let joined = 0
  for (const [index, one] of all.entries()) {
    for (const other of all.slice(index + 1, index + 25)) {
      pairs++
      if (isSameArticle(one.identity, other.identity, matchOf(one, other, memory))) joined++
    }
  }
  return { strangers: pairs, joined }
}

/** What the source has learnt by the end of these pages; siblings stand side by side. */
function memoryOf(pages: readonly PageText[]): TemplateMemory {
  const tokens = pages.map(({ paragraphs }) => scanTokens(paragraphs.join('\n')))
  return tokens.slice(1).reduce((memory, page, index) => {
    const { family } = readTemplate(memory, page)
    return learnTemplate(memory, { page, family, sibling: tokens[index] ?? null })
  }, noTemplates)
}
