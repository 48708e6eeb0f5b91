import { pageDropReasons } from './core/page/types.ts'

/** Why an item ended without becoming an article. The reason is a metric label: add to it, never rename. */
export const dropReasons = [
  ...pageDropReasons,
  'fetch_gone',
  'fetch_forbidden',
  'fetch_not_html',
  'fetch_too_large',
  'fetch_private_address',
  'fetch_redirect_loop',
  'fetch_bad_encoding',
  'robots',
  'duplicate_url',
  'same_article',
] as const
export type DropReason = (typeof dropReasons)[number]

/** What became of one job: passed on to the next stage, dropped, or finished. */
export type Outcome<Next> =
  | { readonly kind: 'next'; readonly payload: Next }
  | { readonly kind: 'drop'; readonly reason: DropReason; readonly detail: string }
  | { readonly kind: 'done' }

/** The item goes on to the next stage. */
export const next = <Next>(payload: Next): Outcome<Next> => ({ kind: 'next', payload })
/** The item ends here, as intended. */
export const drop = (
  reason: DropReason,
  detail: string,
): Extract<Outcome<never>, { kind: 'drop' }> => ({
  kind: 'drop',
  reason,
  detail,
})
/** The handler has committed the item, or found it committed before. */
export const done: Outcome<never> = { kind: 'done' }
