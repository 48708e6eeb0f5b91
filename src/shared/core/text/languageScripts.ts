/** First and last code unit of the blocks of each script, after the Unicode character database. */
const blocks: readonly (readonly [script: string, ...ranges: (readonly [number, number])[]])[] = [
  ['Latn', [0x41, 0x5a], [0x61, 0x7a], [0xc0, 0x2af], [0x1e00, 0x1eff], [0xff21, 0xff5a]],
  ['Grek', [0x370, 0x3ff], [0x1f00, 0x1fff]],
  ['Cyrl', [0x400, 0x52f], [0x1c80, 0x1c8f], [0xa640, 0xa69f]],
  ['Armn', [0x530, 0x58f]],
  ['Hebr', [0x590, 0x5ff], [0xfb1d, 0xfb4f]],
  ['Arab', [0x600, 0x6ff], [0x750, 0x77f], [0x870, 0x8ff], [0xfb50, 0xfdff], [0xfe70, 0xfeff]],
  ['Syrc', [0x700, 0x74f]],
  ['Thaa', [0x780, 0x7bf]],
  ['Nkoo', [0x7c0, 0x7ff]],
  ['Deva', [0x900, 0x97f], [0xa8e0, 0xa8ff]],
  ['Beng', [0x980, 0x9ff]],
  ['Guru', [0xa00, 0xa7f]],
  ['Gujr', [0xa80, 0xaff]],
  ['Orya', [0xb00, 0xb7f]],
  ['Taml', [0xb80, 0xbff]],
  ['Telu', [0xc00, 0xc7f]],
  ['Knda', [0xc80, 0xcff]],
  ['Mlym', [0xd00, 0xd7f]],
  ['Sinh', [0xd80, 0xdff]],
  ['Thai', [0xe00, 0xe7f]],
  ['Laoo', [0xe80, 0xeff]],
  ['Tibt', [0xf00, 0xfff]],
  ['Mymr', [0x1000, 0x109f], [0xa9e0, 0xa9ff], [0xaa60, 0xaa7f]],
  ['Geor', [0x10a0, 0x10ff], [0x1c90, 0x1cbf], [0x2d00, 0x2d2f]],
  ['Kore', [0x1100, 0x11ff], [0x3130, 0x318f], [0xa960, 0xa97f], [0xac00, 0xd7ff]],
  ['Ethi', [0x1200, 0x139f], [0x2d80, 0x2ddf], [0xab00, 0xab2f]],
  ['Cher', [0x13a0, 0x13ff], [0xab70, 0xabbf]],
  ['Cans', [0x1400, 0x167f]],
  ['Khmr', [0x1780, 0x17ff]],
  ['Mong', [0x1800, 0x18af]],
  ['Jpan', [0x3040, 0x30ff], [0x31f0, 0x31ff], [0xff66, 0xff9f]],
  ['Hani', [0x3005, 0x3007], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfaff]],
]

const scriptNames: readonly string[] = blocks.map(([script]) => script)
const letterPattern = /\p{L}/u

/** Position of a letter's script in the table above plus 1; 0 for everything else. */
const scriptOfUnit: Uint8Array = buildScriptTable()

function buildScriptTable(): Uint8Array {
  const table = new Uint8Array(0x10000)
  blocks.forEach(([, ...ranges], index) => {
    for (const [first, last] of ranges) {
      for (let unit = first; unit <= last; unit++) {
        if (letterPattern.test(String.fromCharCode(unit))) table[unit] = index + 1
      }
    }
  })
  return table
}

/** What a text is written in. */
export interface ScriptProfile {
  /** Letters of that script. */
  readonly letters: number
  /** ISO 15924 code; `Jpan` for any Japanese syllables, `Kore`, `Hani` for other Han; `Zyyy` without letters. */
  readonly script: string
}

/** Scripts in which a letter is a syllable or a word, so that a few already tell the language. */
export function isDense(script: string): boolean {
  return denseScripts.has(script)
}

const denseScripts: ReadonlySet<string> = new Set(['Hani', 'Jpan', 'Kore', 'Thai'])

/** Share of all letters, dense ones counted thrice, from which another script outweighs Latin. */
const otherScriptShare = 0.25

/**
 * The script of a text. Latin letters are common in pages of every language, other letters are rare in
 * pages of languages written in Latin: so these win although fewer. Characters beyond U+FFFF are passed over.
 */
export function profileScripts(text: string): ScriptProfile {
  const tally = new Uint32Array(blocks.length + 1)
  for (let index = 0; index < text.length; index++) {
    const place = scriptOfUnit[text.charCodeAt(index)] ?? 0
    tally[place] = (tally[place] ?? 0) + 1
  }
  const counts = new Map<string, number>()
  scriptNames.forEach((name, index) => {
    const count = tally[index + 1] ?? 0
    if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count)
  })
  return mainScript(mergeJapanese(counts))
}

/** Han characters are Japanese beside a tenth as many syllables, and otherwise swallow the few there are. */
function mergeJapanese(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const syllables = counts.get('Jpan') ?? 0
  const han = counts.get('Hani') ?? 0
  if (syllables === 0 || han === 0) return counts
  const [winner, loser] = syllables * 10 >= han ? ['Jpan', 'Hani'] : ['Hani', 'Jpan']
  return new Map([...counts, [winner, syllables + han] as const, [loser, 0] as const])
}

function mainScript(counts: ReadonlyMap<string, number>): ScriptProfile {
  let main = { script: 'Zyyy', letters: 0, weight: 0 }
  let total = 0
  for (const [script, letters] of counts) {
    const weight = isDense(script) ? letters * 3 : letters
    total += weight
    if (script !== 'Latn' && weight > main.weight) main = { script, letters, weight }
  }
  const latin = counts.get('Latn') ?? 0
  if (latin > 0 && main.weight < total * otherScriptShare) return { script: 'Latn', letters: latin }
  return { script: main.script, letters: main.letters }
}
