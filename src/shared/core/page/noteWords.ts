import { phraseTable } from './phrases.ts'

/** Credits, sources, tags and dates: notes when a colon follows. */
export const noteLabels = phraseTable({
  en: `
    last modified | release date | figure | fig | photo | photos | photo credit | photo by | image |
    images | image credit | image source | picture | credit | source | sources | via | tags | tag |
    topics | topic | filed under | posted in | categories | published | first published | posted |
    posted on | updated | last updated | last modified | citation | by | file photo |
    featured image | keywords`,
  de: `
    titelbild | abbildung | abb | foto | fotos | bild | bilder | quelle | quellen | stand |
    schlagwörter | kategorien | kategorie | autor | themen | bildquelle | fotocredit`,
  fr: `photo | crédit photo | crédits | publié le | mis à jour le | mots-clés | crédit`,
  es: `foto | fuente | etiquetas | imagen | temas`,
  pt: `foto | fonte | crédito | publicado em | atualizado em`,
  it: `foto | fonte | tag | credit`,
  nl: `foto | bron | beeld | trefwoorden`,
  sv: `foto | källa | bild`,
  da: `foto | kilde`,
  fi: `kuva | lähde`,
  pl: `fot | fot. | źródło | zdjęcie | tagi | autor`,
  cs: `foto | zdroj | autor`,
  ru: `фото | источник | теги`,
  uk: `фото | джерело`,
  tr: `fotoğraf | kaynak | etiketler`,
  el: `φωτογραφία | πηγή`,
  ar: `المصدر | الصورة`,
  id: `foto | sumber | tag | editor`,
  vi: `ảnh | nguồn`,
  ja: `写真 | 出典`,
  zh: `来源 | 來源 | 图片 | 责任编辑 | 编辑`,
  ko: `사진 | 출처`,
})

/** Requests to the reader, and fine print: notes with whatever follows. */
export const requests = phraseTable({
  en: `
    all rights reserved | copyright | © | sign up for | sign up to | sign up now | sign up here |
    subscribe to | subscribe now | subscribe here | subscribe for | subscribe today | follow us |
    follow me | follow @ | like this story | like this article | watch now | watch more | watch: |
    click here to subscribe | click here to sign | click here to join | click here to follow |
    story continues | continue reading below | skip to content | skip to main | skip ad |
    report this ad | image copyright | image caption | media caption |
    this article originally appeared | this article first appeared |
    this article was originally published | this article was first published |
    this document is subject to copyright | download our app | download the app | enter your email |
    thank you for reading`,
  de: `
    alle rechte vorbehalten | newsletter abonnieren | jetzt abonnieren | jetzt anmelden |
    folgen sie uns | folge uns | hier klicken`,
  fr: `tous droits réservés | abonnez-vous | inscrivez-vous | suivez-nous`,
  es: `
    todos los derechos reservados | suscríbete | síguenos | regístrate | sigue toda la información`,
  pt: `todos os direitos reservados | siga-nos | inscreva-se`,
  it: `tutti i diritti riservati | riproduzione riservata | iscriviti | seguici | abbonati`,
  nl: `alle rechten voorbehouden | volg ons | schrijf je in | meld je aan`,
  pl: `wszelkie prawa zastrzeżone | zapisz się | śledź nas | dalszy ciąg materiału pod wideo`,
  ru: `все права защищены | подписывайтесь | подпишитесь | нашли ошибку`,
  uk: `усі права захищено | підписуйтесь | підписуйтеся`,
  tr: `tüm hakları saklıdır | abone ol`,
  cs: `všechna práva vyhrazena | sledujte nás`,
  ja: `無断転載`,
  zh: `版权所有 | 版權所有`,
  ko: `무단전재 | 저작권자`,
})

/** Words before the time of publication: notes when a digit follows. */
export const timestamps = phraseTable({
  en: `
    published | first published | originally published | posted | updated | last updated |
    last modified`,
  de: `veröffentlicht | aktualisiert | zuletzt aktualisiert | erstellt am | stand`,
  fr: `publié le | publié à | mis à jour | modifié le`,
  es: `publicado | actualizado | última actualización`,
  pt: `publicado em | atualizado em`,
  it: `pubblicato il | aggiornato il | ultimo aggiornamento`,
  nl: `gepubliceerd | bijgewerkt | laatst bijgewerkt`,
  sv: `publicerad | uppdaterad`,
  da: `publiceret | opdateret`,
  no: `publisert | oppdatert`,
  fi: `julkaistu | päivitetty`,
  pl: `opublikowano | aktualizacja | data publikacji`,
  cs: `publikováno | aktualizováno`,
  ru: `опубликовано | обновлено`,
  uk: `опубліковано | оновлено`,
  tr: `yayınlanma | güncellenme | güncelleme`,
  el: `δημοσίευση | ενημέρωση`,
  id: `diterbitkan | diperbarui`,
  vi: `cập nhật`,
})

/** Words that ask to follow someone: notes when the name of a network follows. */
export const followWords = phraseTable({
  en: `follow | like us | find us | join us`,
  de: `folgen sie | folge | folgt`,
  fr: `suivez | retrouvez`,
  es: `sigue | síguenos | síguelo | encuéntranos`,
  pt: `siga`,
  it: `segui | seguici`,
  nl: `volg`,
  pl: `śledź | obserwuj | polub`,
  ru: `подписывайтесь | читайте нас | следите`,
  uk: `підписуйтесь | читайте нас`,
  tr: `takip`,
})

/** Networks that readers are asked to follow someone on, as a pattern in lower case. */
export const networks =
  /facebook|twitter|instagram|telegram|whatsapp|youtube|tiktok|linkedin|google news|viber|@\w/
