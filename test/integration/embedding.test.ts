import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, type TestContext, test } from 'vitest'
import { incomingOf } from '../../bench/incoming.ts'
import type { IncomingArticle } from '../../src/shared/core/stories/article.ts'
import {
  commitPlan,
  createWorld,
  decide,
  experienceOf,
  plan,
  restoreWorld,
  snapshotCluster,
} from '../../src/shared/core/stories/world.ts'
import { createLanguageDetector } from '../../src/shared/core/text/language.ts'
import { loadEmbedder } from '../../src/shared/embedding/embedder.ts'
import type { ReadArticle } from '../../src/shared/schemas.ts'
import { createPageReader } from '../../src/workers/readPage.ts'
import { anEntry, aPageRef } from '../support/builders.ts'
import { needPackages } from '../support/npmPackages.ts'
import { writeModel } from '../support/onnxModel.ts'
import { openContext } from '../support/testContext.ts'

const packages = ['onnxruntime-web@1.30.0', '@huggingface/tokenizers@0.2.0']
const aMinute = 60_000

/** Two reports of one thing that share a country and nothing else, and one of another thing there. */
const articles = [
  {
    lang: 'en',
    title: 'Landslide buries village road in Norway',
    text: 'A landslide of mud buried the road at night. Rescue teams look for drivers in Norway.',
  },
  {
    lang: 'es',
    title: 'Un alud sepulta la carretera de un pueblo en Noruega',
    text: 'Un alud de lodo sepultó de noche la carretera. Los equipos buscan a conductores en Noruega.',
  },
  {
    lang: 'de',
    title: 'Wahl in Norwegen: Partei gewinnt Stimmen',
    text: 'Die Partei gewinnt bei der Wahl Stimmen. Der Wahlkampf in Norwegen war ruhig.',
  },
] as const

const words = {
  ...Object.fromEntries(
    'landslide mud buried buries road rescue drivers alud lodo sepulta sepultó carretera equipos conductores'
      .split(' ')
      .map((word) => [word, 1]),
  ),
  ...Object.fromEntries(
    'wahl partei gewinnt stimmen wahlkampf'.split(' ').map((word) => [word, 2]),
  ),
}
const vectors = [
  [0.02, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]

async function modelFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(await needPackages(packages, context), 'model-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeModel(folder, { words, vectors })
  await writeFile(join(folder, 'wirefold.json'), '{"weight":12,"bias":-4}')
  return folder
}

async function arrivals(folder: string | null): Promise<readonly IncomingArticle[]> {
  const embedder = folder === null ? null : await loadEmbedder(folder)
  const made = articles.map(async (article, seq) => {
    const { lang: id, title, text } = article
    const time = new Date(seq * aMinute).toISOString()
    const embedding = await embedder?.embed({ title, paragraphs: [text] })
    return incomingOf({ ...article, id, time, story: id }, seq, embedding)
  })
  return Promise.all(made)
}

/** Decides one article after the other; from a copy of the state each time. */
function decideAll(incoming: readonly IncomingArticle[]) {
  let world = createWorld()
  return incoming.map((article) => {
    const snapshots = [...world.clusters.values()].map(snapshotCluster)
    world = restoreWorld(JSON.parse(JSON.stringify(snapshots)), experienceOf(world))
    const decision = decide(world, article)
    commitPlan(world, plan(world, article, decision))
    return decision
  })
}

test('a sentence model lets free retellings meet across languages, and the receipt says so', async (context) => {
  const without = decideAll(await arrivals(null))
  expect(without.map(({ storyId }) => storyId)).toEqual(['s0', 's1', 's2'])

  const incoming = await arrivals(await modelFolder(context))
  const decisions = decideAll(incoming)
  expect(decisions.map(({ storyId }) => storyId)).toEqual(['s0', 's0', 's2'])
  const receipt = decisions[1]?.receipt
  expect(receipt?.rule).toBe('link')
  expect(receipt?.thresholds).toMatchObject({ meaningWeight: 12, meaningBias: -4 })
  expect(receipt?.candidates[0]?.signals['meaning']).toBeGreaterThan(0.9)

  // what was stored is enough to decide the same again, where there is no model
  expect(decideAll(JSON.parse(JSON.stringify(incoming)))).toEqual(decisions)
}, 600_000)

test('the reader puts the vector beside the features; a model that fails costs nothing else', async (test) => {
  const context = openContext()
  const embedder = await loadEmbedder(await modelFolder(test))
  const detector = await createLanguageDetector()
  const failing = { ...embedder, embed: () => Promise.reject(new Error('out of memory')) }
  const [article] = articles
  const readWith = async (used: typeof embedder): Promise<ReadArticle['features']> => {
    const entry = anEntry({ url: `http://north.example/${used === failing}`, title: article.title })
    const body = `<article><h1>${article.title}</h1><p>${article.text}</p><p>${article.text} Again and again.</p></article>`
    await context.pages.putPage(entry, { body: Buffer.from(`<html><body>${body}</body></html>`) })
    const outcome = await createPageReader(context, { detector, embedder: used })(aPageRef(entry))
    return (outcome as { payload: ReadArticle }).payload.features
  }
  expect((await readWith(embedder)).embedding).toMatchObject({ weight: 12, bias: -4 })
  expect(await readWith(failing)).not.toHaveProperty('embedding')
  const counted = await context.metrics.embeddings.get()
  expect(counted.values.map(({ value }: { value: number }) => value)).toEqual([1, 1])
}, 600_000)

test('what is wrong with the folder is named with its cure', async (context) => {
  const folder = await modelFolder(context)
  await expect(loadEmbedder(`${folder}/none`)).rejects.toThrow(/no such folder.*Name the folder/)
  await expect(loadEmbedder(`${folder}/..`)).rejects.toThrow(/holds none of model\.onnx.*Export/)
  await writeFile(join(folder, 'wirefold.json'), '{"weight":"a lot"}')
  await expect(loadEmbedder(folder)).rejects.toThrow(/wirefold\.json cannot be used/)
  await writeFile(join(folder, 'wirefold.json'), '{"weight":1,"bias":0}')
  await writeFile(join(folder, 'model.onnx'), 'not a model')
  await expect(loadEmbedder(folder)).rejects.toThrow(/cannot be loaded.*Export it anew/)
}, 600_000)
