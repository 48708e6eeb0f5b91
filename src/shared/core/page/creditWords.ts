import { listPhrases, phraseTable } from './phrases.ts'

/** Words before the name of an agency in a credit: `with AP`, `avec l'AFP`, `Theo AP`. */
export const creditOpenings = phraseTable({
  en: `
    with inputs from | with input from | with reporting by | with material from | with files from | with | from | by |
    source | via | written by`,
  de: `
    mit material von | mit material der | mit informationen von | mit informationen der | mit agenturmaterial von |
    mit | von | nach | quelle`,
  fr: `d'après l' | d’après l’ | d'après | d’après | avec l' | avec l’ | avec | selon l' | selon l’ | selon | par l' | par l’ | par | source`,
  es: `con información de | con datos de | con | por | según | fuente`,
  pt: `com informações da | com informações de | com a | com | por | segundo a | fonte`,
  it: `con informazioni di | con | da | secondo l' | secondo l’ | fonte`,
  nl: `met informatie van | met | door | volgens | bron`,
  sv: `med material från | med | från | enligt | källa`,
  da: `med | fra | ifølge | kilde | av`,
  fi: `lähde`,
  pl: `na podstawie | za | źródło | według`,
  cs: `podle | s využitím | zdroj`,
  sk: `podľa | zdroj`,
  hu: `forrás`,
  ro: `sursa | potrivit | conform`,
  hr: `izvor | prema`,
  bg: `по | източник | според`,
  ru: `по материалам | по данным | по сообщению | источник`,
  uk: `за матеріалами | за даними | за інформацією | джерело`,
  el: `με πληροφορίες από | με πληροφορίες του | πηγή`,
  tr: `kaynak`,
  id: `sumber | dari | menurut`,
  vi: `theo | nguồn`,
  ja: `提供 | 出典`,
  zh: `来源 | 來源 | 据 | 據`,
  ko: `출처 | 자료`,
  ar: `المصدر | نقلا عن | وفقا لـ`,
  hi: `स्रोत`,
})

/** What stands before an agency whose report a text gives, with the article its name has. */
export const citingBefore = listPhrases({
  en: `according to the | according to | reports the | reports | reported by the | reported by`,
  de: `berichtet die | berichtete die | meldet die | meldete die | laut | nach angaben der`,
  fr: `d'après l' | d’après l’ | d'après | d’après | selon l' | selon l’ | selon | rapporte l' | rapporte l’ | indique l' | indique l’`,
  es: `según la agencia | según | informa la agencia | informó la agencia | informó | informa`,
  pt: `segundo a agência | segundo a | segundo | informou a | noticiou a | de acordo com a`,
  it: `secondo l' | secondo l’ | secondo | riferisce l' | riferisce l’ | riporta l' | riporta l’`,
  nl: `volgens persbureau | volgens het | volgens | meldt persbureau | meldt`,
  sv: `enligt | rapporterar | skriver`,
  da: `ifølge | oplyser | skriver | melder`,
  pl: `podaje | podała | według | informuje | poinformowała`,
  cs: `podle agentury | podle | uvedla agentura | informovala agentura`,
  ro: `transmite | potrivit | relatează | conform`,
  ru: `сообщает агентство | сообщает | сообщило | передает | передаёт | со ссылкой на | по данным`,
  uk: `повідомляє | передає | за даними | з посиланням на`,
  bg: `съобщава | предаде | според`,
  hr: `javlja | prenosi | prema pisanju`,
  el: `σύμφωνα με το | σύμφωνα με την | μεταδίδει το`,
  id: `menurut kantor berita | menurut | melansir | dikutip dari | dilansir`,
  vi: `theo hãng tin | theo | dẫn nguồn`,
  ar: `وفقا لوكالة | بحسب وكالة | ذكرت وكالة | نقلا عن وكالة`,
  zh: `据 | 據`,
})

/** What follows the name of such an agency. */
export const citingAfter = listPhrases({
  fi: `n mukaan`,
  hu: `jelentése szerint | szerint`,
  tr: `nın haberine göre | ın haberine göre | haberine göre | a göre | ye göre`,
  ja: `通信によると | によると | が報じた | が伝えた`,
  zh: `报道 | 報道 | 報導`,
  ko: `통신에 따르면 | 에 따르면`,
  hi: `के अनुसार`,
})
