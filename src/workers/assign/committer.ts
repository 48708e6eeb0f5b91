import type { Context } from '../../shared/context.ts'
import { experienceOf } from '../../shared/core/stories/state.ts'
import { PipelineError } from '../../shared/errors.ts'
import type { CommitResult } from '../../shared/scripts.ts'
import { packLexicon } from '../../shared/store/stories.ts'
import { type Commit, sendCommit } from './commit.ts'
import { loadMemory, type Memory, nextCommit, remember } from './memory.ts'

/** A commit without what the committer knows of itself. */
export type DraftCommit = Pick<Commit, 'nowMs' | 'changes'> & Partial<Commit>

/** Parts most commits do without. */
export const nothingElse = { counted: null, input: null, obeys: null, article: null }

/** Keeps the memory of the assigner and Redis in step. */
export interface Committer {
  /** The memory; loaded at first use, and again when Redis disagreed with it. */
  memory(): Promise<Memory>
  /**
   * Sends a commit and remembers it.
   * @throws PipelineError `fenced` or `commit_conflict`; then nothing was written.
   */
  send(memory: Memory, commit: DraftCommit): Promise<CommitResult>
  /** Saves what commits only note: the document frequencies. */
  save(): Promise<void>
}

interface Charge {
  readonly fencingToken: number
  /** Called before the memory is loaded: what else is remembered of Redis may be old too. */
  readonly onLoad: () => void
}

/** A committer under one fencing token. */
export function createCommitter(context: Context, { fencingToken, onLoad }: Charge): Committer {
  let trusted: Memory | null = null
  return {
    async memory() {
      if (trusted) return trusted
      onLoad()
      trusted = await loadMemory(context)
      context.metrics.openStories.set(trusted.stories.size)
      return trusted
    },

    async send(memory, commit) {
      // until the answer is here nobody knows whether the memory still holds
      trusted = null
      const number = nextCommit(memory)
      const whole = { ...nothingElse, ...commit, fencingToken, number }
      const result = await sendCommit(whole, context)
      context.metrics.commits.inc({ result })
      if (result === 'fenced') throw new PipelineError('fenced', 'another assigner is in charge')
      if (result === 'conflict')
        throw new PipelineError('commit_conflict', 'Redis has moved on: the memory is loaded again')
      if (result === 'committed') remember(memory, whole)
      trusted = memory
      return result
    },

    async save() {
      if (!trusted) return
      const { world, commits } = trusted
      const { scripts, keys } = context
      await scripts.saveLexicon(
        [keys.lease('assigner'), keys.commits, keys.lexicon, keys.lexiconSince],
        [fencingToken, commits, packLexicon(JSON.stringify(experienceOf(world)))],
      )
    },
  }
}
