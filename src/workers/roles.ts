import type { Context } from '../shared/context.ts'
import { checkPermutations } from '../shared/core/copies/permutations.ts'
import { createLanguageDetector } from '../shared/core/text/language.ts'
import { standInCure, standInNote } from '../shared/core/text/languageEngines.ts'
import { startSweeping } from '../shared/deadLetterSweep.ts'
import { openEmbedder } from '../shared/embedding/embedder.ts'
import { UsageError } from '../shared/errors.ts'
import type { Running } from '../shared/lifecycle.ts'
import { runStage } from '../shared/runStage.ts'
import { startTrimming } from '../shared/trimming.ts'
import { runAssigner } from './assign/charge.ts'
import { createPageReader } from './readPage.ts'

/** Role `reader`: as many as you like, on any host. */
export async function startReader(context: Context): Promise<Running> {
  const check = checkPermutations()
  if (!check.ok)
    throw new UsageError(
      `this JavaScript engine computes other fingerprints than the index holds (found ${check.found}): use Node 24`,
    )
  const detector = await createLanguageDetector()
  if (detector.engine === 'cld') context.log.debug('language engine cld')
  else context.log.warn(`${standInNote}: ${standInCure}`)
  const embedder = await openEmbedder(context.config)
  if (embedder) context.log.info(`sentence model: ${embedder.about}`)
  return runStage('read', createPageReader(context, { detector, embedder }), context)
}

/** Role `assigner`: one is in charge, others stand by. */
export async function startAssigner(context: Context): Promise<Running> {
  const trimming = startTrimming(context)
  const sweeping = startSweeping(context)
  const assigner = runAssigner(context)
  return {
    async close() {
      await trimming.close()
      await sweeping.close()
      await assigner.close()
    },
  }
}
