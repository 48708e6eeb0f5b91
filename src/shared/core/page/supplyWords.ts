import { listPhrases, phraseTable } from './phrases.ts'

/** How notes begin that say where a text comes from. */
export const supplySubjects = phraseTable({
  en: `
    this story | this article | this report | this text | this item | this dispatch | this content |
    the story | the article | supplied by | provided by | distributed by`,
  de: `
    dieser beitrag | dieser artikel | dieser text | dieser inhalt | dieser bericht | diese meldung |
    diese nachricht | der beitrag | der artikel | der text`,
  fr: `
    cet article | cette dépêche | ce texte | ce contenu | cette information | cette actualité |
    l'article | l’article`,
  es: `
    esta noticia | este artículo | este texto | esta información | este contenido | este despacho |
    esta nota`,
  pt: `
    esta reportagem | esta notícia | este artigo | este texto | este conteúdo | esta matéria |
    este despacho`,
  it: `questo articolo | questa notizia | questo testo | questo contenuto | il testo`,
  nl: `dit artikel | dit bericht | deze tekst | dit verhaal`,
  sv: `den här artikeln | denna artikel | den här texten | artikeln | texten`,
  da: `denne artikel | artiklen | denne tekst`,
  no: `denne artikkelen | denne saken | artikkelen | saken`,
  fi: `tämä artikkeli | tämä juttu | tämän artikkelin | tämän jutun | juttu`,
  pl: `tekst | ten tekst | artykuł | ten artykuł | materiał | depesza | wiadomość`,
  cs: `tento článek | článek | text | tento text | zpráva | zprávu`,
  sk: `tento článok | článok | text | správu`,
  hu: `ez a cikk | a cikket | ezt a cikket | a hírt`,
  ro: `acest articol | articolul | acest text | această știre`,
  hr: `ovaj članak | članak | tekst | vijest`,
  bg: `този материал | материалът | статията | текстът`,
  ru: `материал | этот материал | текст | статья | сообщение | новость`,
  uk: `матеріал | цей матеріал | текст | стаття | новина`,
  el: `το άρθρο | αυτό το άρθρο | το κείμενο | η είδηση`,
  tr: `bu haber | bu içerik | bu yazı | bu metin | haber`,
  ar: `هذا المقال | هذا الخبر | هذه المادة`,
  id: `artikel ini | berita ini | tulisan ini`,
  vi: `bài viết | bài báo | bài này | tin này`,
  ja: `この記事は | 本記事は`,
  zh: `本文由 | 本文 | 本稿 | 此文`,
  ko: `이 기사는 | 본 기사는`,
})

/** What such notes say was done with the text. */
export const supplyVerbs = listPhrases({
  en: `
    supplied by | provided by | distributed by | furnished by | delivered by | taken from |
    comes from | was produced by`,
  de: `stammt von | stammt aus | geliefert | bereitgestellt | übernommen | zur verfügung gestellt`,
  fr: `fourni | transmis | provient de | repris de`,
  es: `facilitad | proporcionad | suministrad | distribuid | procede de`,
  pt: `fornecid | distribuíd | cedid | disponibilizad`,
  it: `fornit | distribuit | proviene da`,
  nl: `geleverd | aangeleverd | afkomstig van`,
  sv: `levererats | levererad | kommer från`,
  da: `leveret | kommer fra | stammer fra`,
  no: `levert | kommer fra`,
  fi: `toimittama | toimittanut | tuottama`,
  pl: `dostarczy | pochodzi | przygotowała agencja`,
  cs: `dodal | poskytl | převzat | pochází`,
  hu: `szolgáltat | származik | biztosította`,
  ro: `furnizat | provine | preluat`,
  hr: `dostavila | isporučila | preuzet`,
  bg: `предоставен`,
  ru: `предоставлен | подготовлен агентств`,
  uk: `надано | наданий | надала | надан`,
  el: `παρασχέθηκε | προέρχεται | παρέχεται`,
  tr: `sağlanmış | sağlandı | tarafından | servis edil`,
  ar: `مقدم من | مقدمة من | من إعداد | وفرته | وفرتها`,
  id: `disediakan | dipasok | disuplai`,
  vi: `cung cấp`,
  ja: `配信 | 提供`,
  zh: `提供 | 供稿`,
  ko: `제공`,
})

/** Nouns that the name of an agency follows. */
export const agencyNouns = listPhrases({
  en: `news agency | wire service | wire agency | newswire | press agency | agency`,
  de: `nachrichtenagentur | presseagentur | agentur`,
  fr: `agence de presse | agence`,
  es: `agencia de noticias | agencia de prensa | agencia`,
  pt: `agência de notícias | agência`,
  it: `agenzia di stampa | agenzia`,
  nl: `persbureau | nieuwsagentschap | persagentschap`,
  sv: `nyhetsbyrån`,
  da: `nyhedsbureauet`,
  no: `nyhetsbyrået`,
  fi: `uutistoimisto | uutistoimiston`,
  pl: `agencja prasowa | agencja | agencji | agencję`,
  cs: `tisková agentura | agentura | agentury`,
  sk: `agentúra | agentúry`,
  hu: `hírügynökség`,
  ro: `agenția de presă | agenția`,
  hr: `agencija | agencije`,
  bg: `агенция`,
  ru: `информационным агентством | агентством | агентства | агентство`,
  uk: `агентством | агентство | агентства`,
  el: `πρακτορείο | πρακτορείου`,
  id: `kantor berita`,
  vi: `hãng tin | hãng thông tấn`,
})

/** Prepositions before who supplied a text. */
export const supplierPrepositions = listPhrases({
  en: `by`,
  de: `von`,
  fr: `par`,
  es: `por`,
  it: `da`,
  nl: `door`,
  sv: `av`,
  da: `af`,
  pl: `przez`,
  ru: `от`,
  uk: `від`,
  id: `oleh`,
  vi: `do`,
})

/** Words that follow the name of an agency. */
export const trailingAgencyNouns = listPhrases({
  tr: `haber ajansı | ajansı`,
  hu: `hírügynökség`,
  fi: `uutistoimisto`,
  en: `news agency | wire service`,
})
