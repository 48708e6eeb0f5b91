import type { Context } from '../../shared/context.ts'
import { areApart, letMeet, setApart } from '../../shared/core/stories/apart.ts'
import { mergeStories, openDraft, putApart } from '../../shared/core/stories/draft.ts'
import { closeDraft, commitPlan, type Plan } from '../../shared/core/stories/plan.ts'
import { writeReceipt } from '../../shared/core/stories/receipt.ts'
import { splitStory } from '../../shared/core/stories/split.ts'
import { UsageError } from '../../shared/errors.ts'
import type { OperatorCommand } from '../../shared/schemas.ts'
import { loadArticlesOf } from '../../shared/store/storyArticles.ts'
import { recountStory, type StoryRecord } from '../../shared/storyRecord.ts'
import { addMerge, putPlan } from './changesOfDecision.ts'
import { changesOfSplit } from './changesOfSplit.ts'
import type { Committer } from './committer.ts'
import { newStory } from './examine.ts'
import { loadLeaving } from './leaving.ts'
import { type Memory, survivingStory } from './memory.ts'
import { noChanges, putStory, type StoryChanges, tellUpdate } from './storyChanges.ts'

/** What became of a command, as `wirefold story` shows it. */
export interface Answer {
  readonly ok: boolean
  readonly message: string
  /** The story that a split has made; null otherwise. */
  readonly story: string | null
}

/** A command at its place in the stream of inputs. */
export interface Order {
  readonly commandId: string
  /** Null when it could not be read. */
  readonly command: OperatorCommand | null
  readonly nowMs: number
}

interface Obeyed {
  readonly changes: StoryChanges
  readonly plan: Plan | null
  readonly message: string
  readonly story?: string
}

interface Obeying<K extends OperatorCommand['kind']> extends Omit<Order, 'command'> {
  readonly context: Context
  readonly memory: Memory
  readonly command: Extract<OperatorCommand, { kind: K }>
}

type Rules = { readonly [K in OperatorCommand['kind']]: (order: Obeying<K>) => Promise<Obeyed> }

const rules: Rules = { merge, split, pin, keep_apart: keepApart }

/** Carries out what an operator wants, as one commit; a command that cannot be is answered by one that changes nothing. */
export async function obey(
  context: Context,
  { committer, memory }: { readonly committer: Committer; readonly memory: Memory },
  order: Order,
): Promise<Answer> {
  const { commandId, command, nowMs } = order
  const outcome = await carryOut({ ...order, context, memory })
  const isRefused = outcome instanceof UsageError
  const { message } = outcome
  const answer = { ok: !isRefused, message, story: isRefused ? null : (outcome.story ?? null) }
  const result = await committer.send(memory, {
    nowMs,
    changes: isRefused ? noChanges() : outcome.changes,
    input: command && { kind: 'command', commandId, command },
    obeys: { commandId, answer: JSON.stringify(answer) },
  })
  if (result === 'committed' && !isRefused && outcome.plan) commitPlan(memory.world, outcome.plan)
  return answer
}

async function carryOut(order: Order & { context: Context; memory: Memory }) {
  if (!order.command) return new UsageError('the order could not be read')
  const rule = rules[order.command.kind] as (order: object) => Promise<Obeyed>
  try {
    return await rule(order)
  } catch (error) {
    if (error instanceof UsageError) return error
    throw error
  }
}

/** @throws UsageError when there is no such open story. */
function openStoryOf(memory: Memory, id: string): StoryRecord {
  const story = memory.stories.get(survivingStory(memory, id))
  if (story) return story
  throw new UsageError(`no open story ${id}: it never was, or it takes no more articles`)
}

function pairOf(memory: Memory, ids: readonly [string, string]) {
  const [one, other] = ids.map((id) => openStoryOf(memory, id))
  if (!one || !other || one.id === other.id)
    throw new UsageError(`${ids.join(' and ')} are one story`)
  return [one, other] as const
}

async function merge({ memory, command, nowMs }: Obeying<'merge'>): Promise<Obeyed> {
  const [one, other] = pairOf(memory, command.stories)
  const draft = openDraft(memory.world)
  const receipt = writeReceipt('operator', [])
  const survivor = mergeStories(draft, [one.id, other.id], receipt)
  for (const cluster of draft.changed.values())
    draft.changed.set(cluster.id, { ...cluster, held: true, suspects: [] })
  const plan = closeDraft(draft)
  const changes = noChanges()
  putPlan(changes, plan)
  for (const made of plan.merges) addMerge(changes, made, { memory, nowMs })
  return { changes, plan, message: `${one.id} and ${other.id} are story ${survivor} now` }
}

async function split(order: Obeying<'split'>): Promise<Obeyed> {
  const { context, memory, command, nowMs } = order
  const story = openStoryOf(memory, command.story)
  const { leaving, stored } = await loadLeaving(context, memory, {
    storyId: story.id,
    articleIds: [...new Set(command.articles)],
  })
  const missing = command.articles.filter((id) => !stored.some((article) => article.id === id))
  if (missing.length > 0)
    throw new UsageError(`not in story ${story.id}: ${missing.join(', ')}; see \`wirefold story\``)
  if (stored.length >= story.size)
    throw new UsageError(`story ${story.id} would be left without an article: name fewer`)
  const to = newStory(memory, story.id)
  const made = splitStory(memory.world, leaving, { to, scored: [] })
  const changes = await changesOfSplit(context, { memory, split: made, story, stored, nowMs })
  const message = `${stored.length} of ${story.size} articles of ${story.id} are story ${made.to} now; the two stay apart`
  return { changes, plan: made.plan, message, story: made.to }
}

async function pin(order: Obeying<'pin'>): Promise<Obeyed> {
  const { context, memory, command, commandId, nowMs } = order
  const story = openStoryOf(memory, command.story)
  const articles = await loadArticlesOf(context, story.id)
  const { article } = command
  if (article !== null && !articles.some(({ id }) => id === article))
    throw new UsageError(`article ${article} is not in story ${story.id}`)
  const typical = new Set([...memory.world.clusters.values()].map((each) => each.representative))
  const pinned = recountStory(
    { ...story, pinned: article ?? '' },
    { articles, typical, size: story.size, nowMs },
  )
  return {
    changes: updated([pinned], { rule: 'operator', command: 'pin', article }, commandId),
    plan: null,
    message: `the headline of ${story.id} is “${pinned.headline}”`,
  }
}

async function keepApart(order: Obeying<'keep_apart'>): Promise<Obeyed> {
  const { memory, command, commandId, nowMs } = order
  const { world } = memory
  const [one, other] = pairOf(memory, command.stories)
  if (command.undo && !areApart(world, one.id, other.id))
    throw new UsageError(`${one.id} and ${other.id} were not kept apart`)
  const draft = openDraft(world)
  putApart(draft, (command.undo ? letMeet : setApart)(world, one.id, other.id))
  const plan = closeDraft(draft)
  const receipt = { rule: 'operator', command: 'keep_apart', undo: command.undo }
  const records = [one, other].map((story) => ({ ...story, updatedMs: nowMs }))
  const changes = updated(records, { ...receipt, stories: [one.id, other.id] }, commandId)
  putPlan(changes, plan)
  const says = command.undo ? 'may become one again' : 'stay apart'
  return { changes, plan, message: `${one.id} and ${other.id} ${says}` }
}

function updated(
  stories: readonly StoryRecord[],
  receipt: Record<string, unknown>,
  cause: string,
): StoryChanges {
  const changes = noChanges()
  for (const story of stories) {
    putStory(changes, story)
    tellUpdate(changes, { story, cause, receipt })
  }
  return changes
}
