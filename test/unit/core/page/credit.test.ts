import { expect, test } from 'vitest'
import { agencies } from '../../../../src/shared/core/page/agencies.ts'
import { creditOf } from '../../../../src/shared/core/page/credit.ts'
import { clean, prose } from './pages.ts'

const credit = (firstLine: string, lastLine = '', byline: string | null = null) =>
  creditOf({ firstLines: [firstLine], lastLines: [lastLine], sources: [], byline })

test.each([
  ['LINDHOLM, March 14 (Reuters) - The bridge reopened.', 'Reuters', '(Reuters)'],
  ['LINDHOLM (AP) — The bridge reopened.', 'AP', '(AP)'],
  ['Westerau (dpa/lby) - Die Brücke ist offen.', 'dpa', '(dpa/lby)'],
  ['МОСКВА, 5 мая. /ТАСС/. Мост открыт.', 'TASS', '/ТАСС/'],
  ['КИЇВ (Укрінформ). Міст відкрито.', 'Ukrinform', '(Укрінформ)'],
  ['Madrid, 3 sep (EFE).- El puente abre.', 'EFE', '(EFE)'],
  ['(ANSA) - ROMA, 3 SET - Il ponte riapre.', 'ANSA', '(ANSA)'],
  ['PARIS (AFP) - Le pont rouvre.', 'AFP', '(AFP)'],
  ['【共同】橋が開通した。', 'Kyodo', '【共同】'],
  ['（新华社）大桥重新开放。', 'Xinhua', '（新华社）'],
  ['(서울=연합뉴스) 다리가 열렸다.', 'Yonhap', '(서울=연합뉴스)'],
  ['الزهراء (أ ف ب) - افتتح الجسر.', 'AFP', '(أ ف ب)'],
  ['नई दिल्ली (भाषा) पुल खुला।', 'PTI', '(भाषा)'],
  ['Warszawa (PAP) Most otwarty.', 'PAP', '(PAP)'],
  ['Lisboa, 3 set (Lusa) – A ponte reabriu.', 'Lusa', '(Lusa)'],
  ['ANKARA (AA) - Köprü açıldı.', 'Anadolu', '(AA)'],
  ['Stockholm (TT). Bron är öppen.', 'TT', '(TT)'],
])('%s is credited', (line, agency, evidence) => {
  expect(credit(line)).toEqual({ agency, evidence })
})

test.each(['dpa/AFP', 'Quelle: dpa', '© 2024 dpa', 'Source: dpa'])(
  'a closing %s is credited',
  (line) => {
    expect(credit('The bridge reopened.', line)?.agency).toBe('dpa')
  },
)

test.each([
  ['Theo AP', 'AP'],
  ['Avec AFP', 'AFP'],
  ['D’après l’AFP', 'AFP'],
  ['With inputs from PTI', 'PTI'],
  ['Mit Material von AFP', 'AFP'],
  ['Con información de EFE', 'EFE'],
  ['Com informações da Reuters', 'Reuters'],
  ['По материалам ТАСС', 'TASS'],
  ['За матеріалами Укрінформ', 'Ukrinform'],
  ['Źródło: Reuters', 'Reuters'],
  ['Bron: Belga', 'Belga'],
  ['Källa: AFP', 'AFP'],
  ['Kaynak: İHA', 'İHA'],
  ['Sumber: Bernama', 'Bernama'],
  ['来源：新华社', 'Xinhua'],
  ['출처: 연합뉴스', 'Yonhap'],
  ['المصدر: رويترز', 'Reuters'],
  ['Με πληροφορίες από Reuters', 'Reuters'],
])('a closing %s is credited to %s', (line, agency) => {
  expect(credit('The bridge reopened.', line)).toEqual({ agency, evidence: line })
})

test.each([
  [
    'The bridge is open again, according to the Associated Press.',
    'AP',
    'according to the Associated Press',
  ],
  ['Le pont est rouvert, d’après l’AFP.', 'AFP', 'd’après l’AFP'],
  ['Die Brücke ist wieder offen, berichtet die dpa.', 'dpa', 'berichtet die dpa'],
  ['El puente está abierto, según Europa Press.', 'Europa Press', 'según Europa Press'],
  ['A ponte reabriu, segundo a Lusa.', 'Lusa', 'segundo a Lusa'],
  ['Il ponte è riaperto, riferisce l’Ansa.', 'ANSA', 'riferisce l’Ansa'],
  ['De brug is weer open, meldt persbureau Belga.', 'Belga', 'meldt persbureau Belga'],
  ['Bron är öppen, enligt AFP.', 'AFP', 'enligt AFP'],
  ['Broen er åben, skriver Ritzau.', 'Ritzau', 'skriver Ritzau'],
  ['Most jest otwarty, podaje Reuters.', 'Reuters', 'podaje Reuters'],
  ['Podul a fost redeschis, transmite Agerpres.', 'Agerpres', 'transmite Agerpres'],
  ['Мост открыт, сообщает ТАСС.', 'TASS', 'сообщает ТАСС'],
  ['Міст відкрито, повідомляє Укрінформ.', 'Ukrinform', 'повідомляє Укрінформ'],
  ['Мостът е отворен, съобщава БТА.', 'BTA', 'съобщава БТА'],
  ['Most je otvoren, javlja Hina.', 'HINA', 'javlja Hina'],
  ['Η γέφυρα άνοιξε, σύμφωνα με το Reuters.', 'Reuters', 'σύμφωνα με το Reuters'],
  ['Jembatan dibuka lagi, menurut kantor berita Xinhua.', 'Xinhua', 'menurut kantor berita Xinhua'],
  ['Cây cầu đã mở lại, theo Reuters.', 'Reuters', 'theo Reuters'],
  ['فتح الجسر، نقلا عن وكالة الأناضول.', 'Anadolu', 'نقلا عن وكالة الأناضول'],
  ['据新华社报道，大桥重新开放。', 'Xinhua', '据新华社报道'],
  ['共同通信によると、橋が開通した。', 'Kyodo', '共同通信によると'],
  ['연합뉴스에 따르면 다리가 열렸다.', 'Yonhap', '연합뉴스에 따르면'],
])('%s cites %s', (line, agency, evidence) => {
  expect(credit(line)).toEqual({ agency, evidence })
})

test('an agency as author is credited', () => {
  expect(credit('The bridge reopened.', '', 'Associated Press')?.agency).toBe('AP')
})

test.each([
  'The mayor told Reuters that the bridge was open.',
  'The Reuters building beside the bridge, with a view of it, is empty.',
  'She left with the app for tides; the bridge was open.',
  'The bridge (built in 1931) reopened.',
  'An app for phones (app store) shows the tides.',
  'The clinic hired a nursing assistant (CNA) and a physician assistant (PA) in May.',
])('%s is not credited', (line) => {
  expect(credit(line)).toBeNull()
})

test('every agency has its own names', () => {
  const names = agencies.flatMap((agency) => agency.names)
  expect(new Set(names).size).toBe(names.length)
})

test.each([
  ['PORT ELLERY (Northwire) — The bridge reopened.', 'Northwire', '(Northwire)'],
  ['LINDHOLM, March 14 (Meridian) - The bridge reopened.', 'Meridian', '(Meridian)'],
  ['Lindholm (Coast News) — The bridge reopened.', 'Coast News', '(Coast News)'],
  ['ЛИНДГОЛЬМ, 5 мая. /Северинформ/. Мост открыт.', 'Северинформ', '/Северинформ/'],
  ['(Northwire) — The bridge reopened.', 'Northwire', '(Northwire)'],
])('%s credits an agency on no list', (line, agency, evidence) => {
  expect(credit(line)).toEqual({ agency, evidence })
})

test('a name in brackets after a place in small letters counts when a note repeats it', () => {
  const line = 'Port Ellery (Meridian) — The bridge reopened.'
  expect(credit(line)).toBeNull()
  expect(credit(line, 'With material from Meridian')?.agency).toBe('Meridian')
})

test.each([
  'SPRINGFIELD (IL) — The bridge reopened.',
  'Jane Doe (D-Ohio) — a senator — opened the bridge.',
  'COLUMBUS (Ohio) — The bridge reopened.',
  'VALENCE (Espagne) — Le pont rouvre.',
  'LINDHOLM (Live) — The bridge reopened.',
  'JANE DOE (Labour) — 12,345 votes.',
  'Halle (Saale) - Die Brücke ist offen.',
])('%s credits nobody', (line) => {
  expect(credit(line)).toBeNull()
})

test.each([
  [
    'This story was supplied by the news agency Northwire and has not been edited by us.',
    'Northwire',
  ],
  ['Dieser Beitrag stammt von der Nachrichtenagentur Nordfunk.', 'Nordfunk'],
  ['Cet article a été fourni par l’agence Armor Presse et n’a pas été modifié.', 'Armor Presse'],
  ['Esta noticia ha sido facilitada por la agencia Litoral.', 'Litoral'],
  ['Questo articolo è stato fornito dall’agenzia Levante.', 'Levante'],
  ['Tekst dostarczyła agencja Nadrzecze; redakcja nie wprowadzała zmian.', 'Nadrzecze'],
  ['Материал предоставлен агентством Приречье.', 'Приречье'],
  ['Bu haber Kıyı ajansı tarafından sağlanmıştır.', 'Kıyı'],
  ['This article was provided by The Associated Press.', 'AP'],
])('%s credits the supplier', (note, agency) => {
  expect(credit('The bridge reopened.', note)).toEqual({ agency, evidence: note })
})

test('a report that was supplied by nobody with a name is no credit', () => {
  expect(credit('', 'This report was provided by officials on Tuesday.')).toBeNull()
})

test.each([
  ['<meta name="source" content="新华社">', 'Xinhua', '新华社'],
  ['<meta name="DC.source" content="dpa/AFP">', 'dpa', 'dpa/AFP'],
  [
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","sourceOrganization":{"name":"Associated Press"}}</script>',
    'AP',
    'Associated Press',
  ],
  ['<meta name="source" content="The Courier">', null, null],
])('%s names the source', (head, agency, evidence) => {
  const result = clean(`<head>${head}</head><h1>Bridge reopens</h1>${prose(4)}`)
  const found = result.ok ? result.article.credit : null
  expect(found).toEqual(agency === null ? null : { agency, evidence })
})
