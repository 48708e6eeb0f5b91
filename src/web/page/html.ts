import htm from 'htm'
import { h, type VNode } from 'preact'

type Markup = (strings: TemplateStringsArray, ...values: unknown[]) => VNode

/** Markup as a tagged template: what is put in is escaped by preact, always. */
export const html: Markup = (htm as unknown as typeof import('htm')['default']).bind(h) as never
