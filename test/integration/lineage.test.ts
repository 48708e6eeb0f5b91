import { expect, test } from 'vitest'
import { loadLineage } from '../../src/shared/store/lineage.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { takeLease } from '../support/assigning.ts'
import { aReadArticle, noonMs } from '../support/builders.ts'
import { openContext } from '../support/testContext.ts'

test('a story’s copies are traced to the text they come from', async () => {
  const context = openContext()
  const assigner = createAssigner(context, await takeLease(context))
  const wire = aReadArticle({ url: 'http://wire.example/ferry', timeMs: noonMs })
  const later = noonMs + 3 * 3_600_000
  const copy = aReadArticle({ url: 'http://paper.example/ferry', timeMs: later })
  for (const article of [wire, copy]) await assigner.handler(article)
  const [story] = await context.stories.recent(1)
  const { articles, lineage } = await loadLineage(context, story?.id ?? '')
  expect([...articles.keys()].toSorted()).toEqual([wire.articleId, copy.articleId].toSorted())
  expect(lineage.independentOrigins).toBe(1)
  const node = lineage.nodes.find(({ id }) => id === copy.articleId)
  expect(node).toMatchObject({ parent: wire.articleId, share: 1 })
})
