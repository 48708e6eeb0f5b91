import type { MarkerList } from './languageMarkerList.ts'

/** Common words of languages that the detectors do not know and call by the name of another. */
export const rareLanguages: readonly MarkerList[] = [
  {
    langs: ['ku'],
    words:
      'û li ji bi bo ku ya yê yên di de dike dikin kir kirin ne jî ev ew xwe wî wê bû bûn dibe dibêje dê ' +
      'lê ser nav hat hatin bêyî hemû gelek piştî heye tê ber hêza vê wan wekî dikare dema',
  },
  {
    langs: ['ee'],
    words:
      'le si be nye na eye ame wo me kple ƒe ɖe gblɔ siwo dzi nu esi ke la nɔ mɔ kpɔ woƒe esime sia ŋu ' +
      'ame ɖo ɖeka tso o yi va ɖu',
  },
  {
    langs: ['ff'],
    words:
      'e nder ngam be wi’i yecci nden ha dow dou diga mo bo wonde fuu fahin on ɗum dum o ɓe ko mbo to ' +
      'ngal woni ɗon don nden jam haa',
  },
  {
    langs: ['bem'],
    words:
      'pali nshita ilyo umo elyo efyo ukuti ne mu pa ya aba ku ngefyo lintu abantu nomba uyu uwa mwaka ca ' +
      'palwa na ba no pakuti',
  },
]
