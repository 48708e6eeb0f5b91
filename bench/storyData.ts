import { readFileSync } from 'node:fs'

/** An article with the story an editor gave it. */
export interface LabelledArticle {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly lang: string
  readonly time: string
  readonly story: string
}

/** Reads JSON lines with the fields of `LabelledArticle`. */
export function readArticles(path: string): LabelledArticle[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return lines.map((line): LabelledArticle => ({ title: '', text: '', ...JSON.parse(line) }))
}

/** The articles in an order that depends on the seed only. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const order = [...items]
  const next = randomNumbers(seed)
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1))
    const swapped = order[last]
    const taken = order[other]
    if (swapped === undefined || taken === undefined) continue
    order[last] = taken
    order[other] = swapped
  }
  return order
}

/** Moves the stories `factor` times closer together in time; the times inside a story stay. Sorted by time. */
export function packed(articles: readonly LabelledArticle[], factor: number): LabelledArticle[] {
  const starts = new Map<string, number>()
  for (const { story, time } of articles) {
    starts.set(story, Math.min(starts.get(story) ?? Number.POSITIVE_INFINITY, Date.parse(time)))
  }
  const origin = Math.min(...starts.values())
  const moved = articles.map((article) => {
    const start = starts.get(article.story) ?? origin
    const time = origin + (start - origin) / factor + (Date.parse(article.time) - start)
    return { ...article, time: new Date(time).toISOString() }
  })
  return moved.sort((a, b) => Date.parse(a.time) - Date.parse(b.time))
}

/** Mulberry32 (public domain): numbers in 0..1 from a seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
