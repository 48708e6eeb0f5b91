// node tools/storyPagePictures.ts [FOLDER]: draws the views of the story page on the sample news web, as PNG.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { startWirefold } from '../bench/web/webRole.ts'
import type { StoryDetail, StoryList } from '../src/web/api/replies.ts'
import { provideProgram } from '../test/support/debianProgram.ts'

const [folder = fileURLToPath(new URL('../docs/images', import.meta.url))] = process.argv.slice(2)
/** The news day of the sample has come out by then. */
const dayMs = 125_000

/** What a picture shows. */
interface Picture {
  readonly name: string
  readonly path: string
  /** Text that is there when the view is. */
  readonly sign: string
  readonly size: readonly [width: number, height: number]
  readonly colorScheme?: 'light' | 'dark'
  /** Done before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
}

/** Opens the receipt of the copy. */
async function openReceipt(page: Page): Promise<void> {
  await page.getByText('Why is it here?').nth(1).click()
  await page.getByText('Story compared').first().waitFor()
}

/** The views, with a story that has copies and languages. */
async function picturesOf(base: string): Promise<readonly Picture[]> {
  const ask = async <T>(path: string) => (await (await fetch(`${base}/api${path}`)).json()) as T
  const { stories } = await ask<StoryList>('/stories?limit=200')
  const details = await Promise.all(
    stories.slice(0, 60).map(({ id }) => ask<StoryDetail>(`/stories/${id}`)),
  )
  const richness = ({ story, articles }: StoryDetail) =>
    articles.filter(({ parent }) => parent).length + story.languages.length * 3
  const [rich] = details.toSorted((one, other) => richness(other) - richness(one))
  const [copy] = (rich?.articles ?? [])
    .filter(({ parent }) => parent !== null)
    .toSorted((one, other) => one.share - other.share)
  const story = `/#/stories/${rich?.story.id}`
  return [
    { name: 'story-page', path: '/', sign: 'kept', size: [1100, 760] },
    { name: 'story', path: story, sign: 'Who copied', size: [1100, 1300], act: openReceipt },
    {
      name: 'side-by-side',
      path: `/#/compare/${copy?.parent}/${copy?.id}`,
      sign: 'Back',
      size: [1100, 760],
    },
    { name: 'sources', path: '/#/sources', sign: 'Copied', size: [1100, 760] },
    { name: 'story-page-phone', path: '/', sign: 'kept', size: [390, 760], colorScheme: 'dark' },
    {
      name: 'story-phone',
      path: story,
      sign: 'Who copied',
      size: [390, 1300],
      colorScheme: 'dark',
    },
  ]
}

const found = await provideProgram('chromium')
if (!('path' in found)) throw new Error(found.missing)
const data = mkdtempSync(join(tmpdir(), 'wirefold-pictures-'))
const wirefold = await startWirefold(['start', '--quiet'], { DATA_DIR: data })
const env = { ...found.env } as Record<string, string>
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
const browser = await chromium.launch({ executablePath: found.path, args, env })
try {
  await new Promise((resolve) => setTimeout(resolve, dayMs))
  for (const { name, path, sign, size, colorScheme = 'light', act } of await picturesOf(
    wirefold.base,
  )) {
    const [width, height] = size
    const page = await browser.newPage({ viewport: { width, height }, colorScheme })
    await page.goto(`${wirefold.base}${path}`)
    await page.getByText(sign).first().waitFor()
    await act?.(page)
    await page.waitForTimeout(2_000)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    await page.close()
  }
} finally {
  await browser.close()
  await wirefold.close()
  rmSync(data, { recursive: true, force: true })
}
