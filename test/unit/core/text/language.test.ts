import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createLanguageDetector,
  type LanguageDetector,
  languageDetector,
  loadLanguageModel,
} from '../../../../src/shared/core/text/language.ts'
import {
  loadCld3,
  loadLanguageEngine,
  shortTextEngine,
} from '../../../../src/shared/core/text/languageEngines.ts'

const detectors: readonly LanguageDetector[] = [
  await createLanguageDetector(),
  languageDetector({
    engine: await loadCld3(),
    shortEngine: shortTextEngine,
    model: await loadLanguageModel(),
  }),
]

function detect(detector: LanguageDetector, text: string, ...hints: string[]) {
  return detector.detect({ title: '', text, hints })
}

const paragraphs: readonly (readonly [lang: string, script: string, text: string])[] = [
  [
    'en',
    'Latn',
    'The council decided on Monday evening to close the old bridge for repairs until autumn.',
  ],
  [
    'de',
    'Latn',
    'Der Stadtrat beschloss am Montagabend, die alte Brücke bis zum Herbst für Reparaturen zu sperren.',
  ],
  [
    'fr',
    'Latn',
    "Le conseil municipal a décidé lundi soir de fermer le vieux pont pour travaux jusqu'à l'automne.",
  ],
  [
    'es',
    'Latn',
    'El ayuntamiento decidió el lunes por la noche cerrar el viejo puente hasta el otoño.',
  ],
  [
    'fi',
    'Latn',
    'Kaupunginvaltuusto päätti maanantai-iltana sulkea vanhan sillan korjausten ajaksi syksyyn asti.',
  ],
  [
    'tr',
    'Latn',
    'Belediye meclisi pazartesi akşamı eski köprünün onarım için sonbahara kadar kapatılmasına karar verdi.',
  ],
  [
    'vi',
    'Latn',
    'Hội đồng thành phố tối thứ Hai quyết định đóng cây cầu cũ để sửa chữa cho đến mùa thu.',
  ],
  [
    'ru',
    'Cyrl',
    'Городской совет решил в понедельник вечером закрыть старый мост на ремонт до осени.',
  ],
  [
    'uk',
    'Cyrl',
    'Міська рада вирішила в понеділок увечері закрити старий міст на ремонт до осені.',
  ],
  [
    'el',
    'Grek',
    'Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να κλείσει την παλιά γέφυρα για επισκευές.',
  ],
  ['ar', 'Arab', 'قرر مجلس المدينة مساء الاثنين إغلاق الجسر القديم لإجراء إصلاحات حتى الخريف.'],
  ['he', 'Hebr', 'מועצת העיר החליטה ביום שני בערב לסגור את הגשר הישן לתיקונים עד הסתיו.'],
  ['hi', 'Deva', 'नगर परिषद ने सोमवार शाम को पुराने पुल को मरम्मत के लिए बंद करने का फैसला किया है।'],
  ['ja', 'Jpan', '市議会は月曜日の夜、古い橋を秋まで修理のために閉鎖することを決めた。'],
  ['ko', 'Kore', '시의회는 월요일 저녁 오래된 다리를 가을까지 수리를 위해 폐쇄하기로 결정했다.'],
  ['zh', 'Hans', '市议会周一晚间决定关闭旧桥进行维修，直到秋天才会重新开放。'],
  ['zh-Hant', 'Hant', '市議會週一晚間決定關閉舊橋進行維修，直到秋天才會重新開放。'],
  ['th', 'Thai', 'สภาเทศบาลตัดสินใจเมื่อวันจันทร์ตอนเย็นที่จะปิดสะพานเก่าเพื่อซ่อมแซม'],
]

describe.each(detectors)('with $engine', (detector) => {
  test.each(paragraphs)('tells %s, written in %s', (lang, script, text) => {
    expect(detect(detector, text)).toMatchObject({ lang, script, source: 'detected' })
  })

  test.each([
    '',
    '12:30',
    'https://example.com/news',
    'desk@example.com',
    '#one #two',
    '🙂🙂',
    'a b',
  ])('says und of %j', (text) => {
    expect(detect(detector, text)).toMatchObject({ lang: 'und', source: 'none', confidence: 0 })
  })

  test('takes a hint for a text without letters, with little confidence', () => {
    expect(detect(detector, '3:1', 'x-default', 'de_AT')).toMatchObject({
      lang: 'de',
      source: 'hint',
      confidence: 0.3,
    })
  })

  test('a wrong hint does not change a clear text', () => {
    for (const [lang, , text] of paragraphs) {
      expect(detect(detector, text, lang === 'en' ? 'fr' : 'en').lang).toBe(lang)
    }
  })

  test('a right hint is confirmed', () => {
    const [, , text] = paragraphs[1] ?? ['', '', '']
    expect(detect(detector, text, 'de-DE')).toMatchObject({ lang: 'de', source: 'both' })
  })

  test('finds the language inside an English page frame', () => {
    const frame = 'Share this story. Accept all cookies to make the site work. Most read today. '
    for (const [lang, , text] of paragraphs.slice(1)) {
      expect(detect(detector, `${frame}${text} ${text}`).lang).toBe(lang)
    }
  })

  test('counts the title as text', () => {
    const sample = { title: 'Alte Brücke wird bis zum Herbst gesperrt', text: '', hints: [] }
    expect(detector.detect(sample).lang).toBe('de')
  })

  test('groups languages that are written alike', () => {
    const norwegian =
      'Kommunestyret bestemte mandag kveld at den gamle brua skal stenges fram til høsten, og ingen vet når den åpner igjen.'
    const croatian =
      'Gradsko vijeće odlučilo je u ponedjeljak navečer da će stari most biti zatvoren zbog popravaka tijekom cijelog tjedna.'
    expect(detect(detector, norwegian)).toMatchObject({ lang: 'nb', group: 'nor' })
    expect(detect(detector, croatian)).toMatchObject({ lang: 'hr', group: 'bcms' })
  })

  test('never throws and always gives a script, a group and a confidence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, hints) => {
        const language = detect(detector, text, ...hints)
        expect(language.script).toMatch(/^[A-Z][a-z]{3}$/)
        expect(language.group).not.toBe('')
        expect(language.confidence).toBeGreaterThanOrEqual(0)
        expect(language.confidence).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('reads a huge text in bounded time', () => {
    expect(detect(detector, 'a@'.repeat(2_000_000)).lang).toBeTypeOf('string')
    expect(detect(detector, '#'.repeat(2_000_000)).lang).toBe('und')
  })
})

test('no engine answers with Pig Latin or Klingon', async () => {
  for (const { languages, guess } of [await loadLanguageEngine(), await loadCld3()]) {
    expect(languages.has('zzp') || languages.has('tlh')).toBe(false)
    const guesses = guess('Eathay ordsway areway otnay away anguagelay').map(({ lang }) => lang)
    expect(guesses).not.toContain('zzp')
  }
})

test('tells written Cantonese from Chinese', () => {
  const [detector] = detectors
  const text = '市議會話佢哋星期一夜晚已經決定咗，條舊橋要閂到秋天先至會再開，唔好再行嗰度。'
  expect(detector && detect(detector, text).lang).toBe('yue')
})

test.each([
  [
    'sr',
    'Latn',
    'Predsednik je u nedelju rekao da će most u svakom mestu biti otvoren posle dve godine.',
  ],
  [
    'hr',
    'Latn',
    'Predsjednik je u nedjelju priopćio da će tijekom sljedećeg tjedna vlak voziti preko mosta.',
  ],
  [
    'bs',
    'Latn',
    'Predsjednik je u nedjelju saopćio da će tokom sljedeće sedmice voz voziti preko mosta.',
  ],
  [
    'sr',
    'Cyrl',
    'Председник је у недељу рекао да ће мост у сваком месту бити отворен после две године.',
  ],
  [
    'id',
    'Latn',
    'Polisi mengatakan bahwa mobil itu ditemukan pada hari Senin karena laporan warga kota.',
  ],
  [
    'ms',
    'Latn',
    'Polis berkata bahawa kereta itu ditemui pada hari Isnin kerana laporan orang awam.',
  ],
  [
    'nn',
    'Latn',
    'Kommunestyret sa at dei ikkje veit kvifor brua vart stengd frå måndag, seier ordføraren.',
  ],
  [
    'gl',
    'Latn',
    'O concello decidiu o luns que a ponte non abrirá ata o outono, dixo unha veciña da vila.',
  ],
])('tells %s in %s from its relatives', (lang, script, text) => {
  const [detector] = detectors
  expect(detector && detect(detector, text)).toMatchObject({ lang, script })
})
