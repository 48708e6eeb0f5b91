import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareVersions } from '../../../../src/shared/core/copies/revision.ts'
import {
  type ArticleIdentity,
  matchArticle,
} from '../../../../src/shared/core/copies/sameArticle.ts'
import { reports } from '../../../support/texts.ts'

const ferry = { ...reports.ferry, lang: 'en' }

function edited(change: (text: string) => string) {
  const paragraphs = change(ferry.paragraphs.join('\n')).split('\n')
  return compareVersions(ferry, { ...ferry, paragraphs })
}

test('nothing changed is cosmetic, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (paragraphs) => {
      const version = { title: 'A title', paragraphs, lang: 'en' }
      const { grade, changedShare } = compareVersions(version, version)
      expect([grade, changedShare]).toEqual(['cosmetic', 0])
    }),
  )
})

test('quotes, a typing slip and another way to write a number are cosmetic', () => {
  expect(edited((text) => text.replace('harbour', 'harbuor')).grade).toBe('cosmetic')
  const text = 'The club sold 12,400 tickets on the first day, more than it ever had.'
  const plain = { title: '', paragraphs: [text], lang: 'en' }
  const written = { ...plain, paragraphs: [text.replace('12,400', '12 400')] }
  expect(compareVersions(plain, written).grade).toBe('cosmetic')
})

test('a changed number is a changed fact', () => {
  const revision = edited((text) => text.replaceAll('212', '221'))
  expect(revision.grade).toBe('fact_changed')
  expect(revision.numbers).toEqual([{ before: '212', after: '221' }])
})

test('a changed name is a changed fact, another spelling of it is not', () => {
  const revision = edited((text) => text.replaceAll('Halvorsen', 'Lindqvist'))
  expect(revision.names).toEqual([{ before: 'Halvorsen', after: 'Lindqvist' }])
  expect(edited((text) => text.replaceAll('Halvorsen', 'Halvorsenn')).grade).toBe('cosmetic')
})

test.each([
  ['en', 'The bridge is safe, the council said.', 'The bridge is not safe, the council said.'],
  ['de', 'Die Brücke ist sicher, sagte der Rat.', 'Die Brücke ist nicht sicher, sagte der Rat.'],
  ['fr', 'Le pont est sûr, dit le conseil.', 'Le pont n’est pas sûr, dit le conseil.'],
  ['ru', 'Мост безопасен, заявил совет.', 'Мост не безопасен, заявил совет.'],
  ['zh', '市政府表示大桥安全。', '市政府表示大桥不安全。'],
  ['vi', 'Hội đồng nói cây cầu an toàn.', 'Hội đồng nói cây cầu không an toàn.'],
])('sees a denial added and taken away in %s', (lang, plain, denied) => {
  const version = { title: '', paragraphs: [plain], lang }
  const other = { ...version, paragraphs: [denied] }
  expect(compareVersions(version, other).negation).toBe('added')
  expect(compareVersions(other, version)).toMatchObject({
    negation: 'removed',
    grade: 'fact_changed',
  })
})

test('tells growth from shrinkage', () => {
  const longer = { ...ferry, paragraphs: [...ferry.paragraphs, reports.comet.paragraphs[0]] }
  expect(compareVersions(ferry, longer)).toMatchObject({ grade: 'expanded', paragraphsAdded: 1 })
  expect(compareVersions(longer, ferry)).toMatchObject({ grade: 'shortened', paragraphsRemoved: 1 })
})

test.each([
  ['en', 'Editor’s note: An earlier version of this report gave the wrong depth.'],
  ['de', 'Anmerkung: In der ursprünglichen Fassung war die Tiefe falsch angegeben.'],
  ['fr', 'Erratum : la profondeur était fausse.'],
  ['es', 'Fe de errores: la profundidad era otra.'],
  ['it', 'Rettifica: la profondità indicata era sbagliata.'],
  ['pt', 'Errata: a profundidade estava errada.'],
  ['nl', 'Rectificatie: de diepte klopte niet.'],
  ['sv', 'Rättelse: djupet var fel.'],
  ['da', 'Rettelse: dybden var forkert.'],
  ['fi', 'Oikaisu 3.5.: syvyys oli väärä.'],
  ['pl', 'Sprostowanie. Głębokość była inna.'],
  ['cs', 'Oprava: hloubka byla jiná.'],
  ['ru', 'Уточнение: глубина была указана неверно.'],
  ['uk', 'Виправлено: глибину вказали хибно.'],
  ['el', 'Διόρθωση: το βάθος ήταν λάθος.'],
  ['tr', 'Düzeltme: derinlik yanlış yazılmıştı.'],
  ['ar', 'تصحيح: كان العمق خاطئا.'],
  ['hi', 'भूल सुधार: गहराई गलत थी।'],
  ['vi', 'Đính chính: độ sâu chưa đúng.'],
  ['zh', '更正：水深有误。'],
  ['ja', '訂正：水深に誤りがありました。'],
  ['ko', '바로잡습니다. 수심이 잘못 표기되었습니다.'],
])('knows a correction in %s', (lang, notice) => {
  const next = { ...ferry, lang, paragraphs: [...ferry.paragraphs, notice] }
  expect(compareVersions(ferry, next)).toMatchObject({ grade: 'corrected', notice })
})

test.each([
  ['en', 'We have retracted this article because its main source was wrong.'],
  ['de', 'Wir haben diesen Beitrag gelöscht, weil er falsch war.'],
  ['fr', 'Cette dépêche est annulée.'],
  ['es', 'Esta nota fue eliminada por errores graves.'],
  ['it', 'Abbiamo ritirato la notizia.'],
  ['pt', 'A matéria foi excluída por conter erros.'],
  ['nl', 'Dit bericht is ingetrokken.'],
  ['sv', 'Artikeln har tagits bort.'],
  ['pl', 'Tekst został usunięty z serwisu.'],
  ['ru', 'Редакция отзывает эту статью: новость не подтвердилась.'],
  ['tr', 'Bu yazı yayından kaldırıldı.'],
  ['ar', 'تم حذف الخبر لعدم دقته.'],
  ['vi', 'Tòa soạn xin rút bài viết này.'],
  ['zh', '本文已撤回。'],
  ['ja', 'この記事は取り消しました。'],
  ['ko', '이 기사는 철회되었습니다.'],
])('knows a withdrawal in %s', (lang, notice) => {
  const next = { ...ferry, lang, paragraphs: [notice] }
  expect(compareVersions(ferry, next)).toMatchObject({ grade: 'retracted', sameArticle: true })
})

test('a page given to another article is another article', () => {
  const other = { ...reports.comet, lang: 'en' }
  expect(compareVersions(ferry, other).sameArticle).toBe(false)
})

const entry: ArticleIdentity = {
  source: 'news.example',
  guid: 'g1',
  url: 'https://news.example/world/ferry-runs-aground-off-tarvik-184003',
  title: ferry.title,
  publishedMs: 1_000_017,
}
const likeness = { jaccard: 0.9, containment: 0.95, siblings: false, retracted: false }
const strangers = { jaccard: 0, containment: 0, siblings: false, retracted: false }

test.each([
  ['url', { guid: 'g2', title: 'Something else entirely now' }, likeness],
  ['guid', { url: 'https://news.example/x' }, { ...likeness, jaccard: 0.2 }],
  [
    'number',
    { guid: null, url: 'https://news.example/news/184003' },
    { ...likeness, jaccard: 0.12 },
  ],
  [
    'slug',
    { guid: null, url: 'https://news.example/world/ferry-runs-aground-off-tarvik-again' },
    { ...likeness, jaccard: 0.2 },
  ],
  ['published', { guid: null, url: 'https://news.example/n/x' }, { ...likeness, jaccard: 0.2 }],
  ['text', { guid: null, url: 'https://news.example/n/x', publishedMs: null }, likeness],
  ['none', { guid: null, url: 'https://news.example/n/x', publishedMs: null }, strangers],
  ['none', { source: 'other.example' }, likeness],
  ['none', { title: 'Comet found by teacher' }, strangers],
  ['none', { guid: null, url: 'https://news.example/n/x' }, { ...likeness, siblings: true }],
] as const)('recognises an entry by %s', (rule, drift, match) => {
  expect(matchArticle(entry, { ...entry, ...drift }, match)).toBe(rule)
})
