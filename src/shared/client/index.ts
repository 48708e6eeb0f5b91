export { consume } from './consume.ts'
export { type ParsedEvent, parseEvent } from './events.ts'
export type * from './eventTypes.ts'
export type { ConsumedEvent } from './handOut.ts'
export type { Gap } from './progress.ts'
export type { ConsumeOptions, Notice } from './session.ts'
export {
  resolveStory,
  type Snapshot,
  type StorePlace,
  type StorySnapshot,
  snapshot,
} from './snapshot.ts'
