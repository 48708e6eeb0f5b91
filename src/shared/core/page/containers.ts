import type { Attributes } from './attributes.ts'
import type { NameTraits } from './names.ts'
import type { Container } from './outline.ts'
import { frameRoles, tagTraits } from './tags.ts'

/** An element as its tag shows it: `names` is what its class names and id mean, `traits` what its name does. */
export interface OpenTag {
  readonly name: string
  readonly attributes: Attributes
  readonly names: NameTraits
  readonly traits: number
}

/** The container that an element starts, or null when it is part of the line it stands in. */
export function containerOf(tag: OpenTag): Omit<Container, 'parent'> | null {
  const { name, attributes, names, traits } = tag
  const role = attributes['role']
  const hasRole = role !== undefined && frameRoles.has(role)
  const isFrame = hasRole || (traits & tagTraits.frame) !== 0
  const isSuspect = (isFrame || names.isSuspect) && (traits & tagTraits.trusted) === 0
  if (!isSuspect && (traits & tagTraits.block) === 0) return null
  const isHardFrame = hasRole || (traits & tagTraits.hardFrame) !== 0
  return {
    tag: name,
    names,
    isSuspect,
    isHard: isSuspect && (isHardFrame || (names.isHard && !names.isBody)),
    isBody: names.isBody || attributes['itemprop'] === 'articleBody',
  }
}
