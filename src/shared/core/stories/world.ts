/**
 * The state of the assigner and what can be done with it: `decide` finds the story of an article, `plan` works out what
 * that changes, `commitPlan` changes it. Everything is a function of the articles in their order.
 */
export type { CopyCandidate, IncomingArticle } from './article.ts'
export { type ClusterSnapshot, snapshotCluster } from './cluster.ts'
export { type Counted, count } from './counted.ts'
export { type Decision, decide, type StoryRelation } from './decide.ts'
export type { Merge } from './draft.ts'
export type { Evidence } from './evidence.ts'
export { type StoryFacts, storyFacts } from './facts.ts'
export { commitPlan, type Plan, plan } from './plan.ts'
export type { Receipt, ReceiptCandidate, Rule } from './receipt.ts'
export {
  createWorld,
  type Experience,
  experienceOf,
  restoreWorld,
  type World,
  type WorldOptions,
} from './state.ts'
export { type ClosedStory, closeExpired, forget } from './window.ts'
