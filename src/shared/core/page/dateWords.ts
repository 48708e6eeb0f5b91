import type { PhrasesByLanguage } from './phrases.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Words between the parts of a date: `5th of October`, `5 de octubre del 2023`, `2023 m. spalio 5 d.`, `พ.ศ. 2566`. */
export const dateFillers: ReadonlySet<string> = words(`
  st nd rd th of the er re e de del di da do d den m gada ngày ngay năm nam y a g ta’ ta' พศ คศ г ж թ року года`)

/** Words before the number of a month. */
export const monthNumberWords: ReadonlySet<string> = words('tháng thg')

/** Regions that put the month first, in lower case: `10/05/2023` is in October (Unicode CLDR). */
export const monthFirstRegions: ReadonlySet<string> = words('us ph fm mh pw gu pr as vi')

/** Domains of countries where English news put the day first. */
export const nationalEnglish: ReadonlySet<string> = words(`
  uk ie au nz in za ng ke gh ug tz zm zw bw na sg my pk lk bd np hk mt cy jm tt bb gy bz je gg im gi sl gm`)

/** Beginnings of words that say an article came out on the date beside them; without accents. */
export const publishedWords: PhrasesByLanguage = {
  en: 'publish | publication date | pub date | posted | post date | first posted | released | filed on | created',
  de: 'veroffentlich | erschienen | erstellt | gepostet | publiziert | eingestellt am | meldung vom | artikel vom | beitrag vom | pressemitteilung vom | online seit | online since',
  fr: 'publie | publication | mis en ligne | poste le | paru le | article du | ecrit le | cree le',
  es: 'publicad | publicac | fecha de creacion | creado',
  pt: 'publicad | publicac | postad | criado em',
  ca: 'publicat',
  it: 'pubblic | postato | inserito | notizia del | articolo del | creato il',
  ro: 'publicat | data publicarii | postat | adaugat',
  nl: 'gepubliceerd | geplaatst | publicatiedatum | gepost',
  sv: 'publicerad | publicerat | skriven',
  da: 'publiceret | offentliggjort | udgivet',
  no: 'publisert | lagt ut',
  fi: 'julkaistu | julkaistiin',
  et: 'avaldatud | avaldas',
  lv: 'publicet',
  lt: 'paskelbt | publikuot',
  pl: 'opublikowan | publikacj | data dodania | dodano | data publik',
  cs: 'publikovan | zverejnen | vydan | vlozen',
  sk: 'publikovan | zverejnen | uverejnen | vydan',
  sl: 'objavljen | objava',
  hr: 'objavljen | objava | datum objave',
  hu: 'megjelent | megjelenes | kozzeteve | feltoltve | letrehozva | publikalva',
  ru: 'опубликован | дата публикации | размещен | публикация',
  uk: 'опублікован | дата публікаціі | розміщен | публікація',
  bg: 'публикуван | публикация',
  sr: 'објављен',
  el: 'δημοσιευ | αναρτηθηκε | αναρτηση | πρωτη δημοσιευση',
  tr: 'yayinlan | yayimlan | yayin tarihi | eklenme | giris tarihi | olusturulma',
  az: 'derc olun | yayimlanib',
  sq: 'publikuar | postuar',
  ar: 'نشر | تاريخ النشر | منشور | نشرت | كتب في',
  fa: 'انتشار | منتشر | تاريخ انتشار | درج',
  ur: 'شائع | اشاعت',
  he: 'פורסם | פרסום | התפרסם',
  hi: 'प्रकाशित | पब्लिश | पोस्ट',
  mr: 'प्रकाशन',
  bn: 'প্রকাশ',
  ta: 'வெளியிட | பதிவு | பிரசுர',
  te: 'ప్రచురి | పబ్లిష్',
  th: 'เผยแพร่ | โพสต์ | ตีพิมพ์ | ลงเมื่อ',
  vi: 'đang ngay | đang luc | ngay đang | xuat ban | đang tai',
  id: 'diterbitkan | dipublikasi | terbit | tayang | diposting | diunggah',
  ms: 'disiarkan | diterbit',
  sw: 'imechapishwa | ilichapishwa | imewekwa',
  tl: 'inilathala',
  ja: '公開 | 掲載 | 配信 | 投稿 | 発表日 | 作成日',
  zh: '发布 | 發布 | 發佈 | 刊登 | 发表 | 發表 | 刊发',
  ko: '입력 | 등록 | 게시 | 기사입력 | 송고 | 승인 | 발행',
}

/** Beginnings of words that say an article was changed on the date beside them; without accents. */
export const updatedWords: PhrasesByLanguage = {
  en: 'updat | modif | last edited | edited on | revised | last reviewed | last changed | last change',
  de: 'aktualisier | aktualisation | geandert | zuletzt | letzte anderung | stand: | stand vom | bearbeitet | uberarbeitet',
  fr: 'mis a jour | mise a jour | maj | modifie | actualise | derniere modification',
  es: 'actualiz | modificad | ultima actualiz | editado',
  pt: 'atualiz | modificad | alterado',
  ca: 'actualitz',
  it: 'aggiorn | modificat | ultima modifica',
  ro: 'actualiz | modificat',
  nl: 'bijgewerkt | gewijzigd | laatste update | aangepast | laatst',
  sv: 'uppdatera | senast | andrad',
  da: 'opdatere | senest | sidst',
  no: 'oppdater | sist endret | sist',
  fi: 'paivitet | muokat | viimeksi',
  et: 'uuendat | muudet',
  lv: 'atjaun | labots | pedejas izmainas',
  lt: 'atnaujin | redaguot',
  pl: 'aktualizac | zaktualizow | zmodyfikow | ostatnia zmiana | edytow',
  cs: 'aktualizov | upraven | zmenen | posledni zmena',
  sk: 'aktualizovan | upraven',
  sl: 'posodobljen | spremenjen',
  hr: 'azuriran | izmijenj | izmjen | izmenj | zadnja izmjena | posljednja izmjena',
  hu: 'frissit | frissul | modosit | utolso',
  ru: 'обновл | измен | редактир',
  uk: 'оновл | змінен | редаг',
  bg: 'обновен | редактиран | промен',
  sr: 'ажуриран | измењен',
  el: 'ενημερ | τροποποι | τελευταια',
  tr: 'guncel | son guncel | duzenlen | degistir',
  az: 'yenilen',
  sq: 'perditesuar',
  ar: 'تحديث | التحديث | محدث | تعديل | حدث',
  fa: 'به روز | بروز | به‌روز | ويرايش | اخرين',
  ur: 'اپ ڈيٹ | اپڈيٹ | تجديد | اخري',
  he: 'עודכן | עדכון | עריכה',
  hi: 'अपडेट | अद्यतन | संशोधित | बदलाव',
  bn: 'আপডেট | হালনাগাদ | সর্বশেষ',
  ta: 'புதுப்பி | அப்டேட் | மாற்ற | திருத்த',
  te: 'అప్‌డేట్ | అప్డేట్ | నవీకరి',
  th: 'อัปเดต | อัพเดต | อัพเดท | ปรับปรุง | แก้ไข',
  vi: 'cap nhat | chinh sua | sua đoi',
  id: 'diperbarui | diperbaharui | pembaruan | diubah | update terakhir | disunting',
  ms: 'dikemas kini | dikemaskini',
  sw: 'imesasishwa | imeboreshwa | ilisasishwa | kusasishwa',
  tl: 'na-update',
  ja: '更新 | 修正 | 改訂',
  zh: '更新 | 修改 | 修訂 | 修订',
  ko: '수정 | 업데이트 | 최종 | 갱신',
}

/** Words that say the date beside them is that of something else: an event, a deadline, a life. */
export const eventWords: PhrasesByLanguage = {
  en: 'when: | event | date and time | starts | begins | opens | until | deadline | ends on | expires | valid | born | died | joined | member since | registered | copyright | next | concert | webinar | save the date',
  de: 'wann: | termin | veranstaltung | konzert | beginn | bis zum | bis | ab dem | ab | geboren | gestorben | gultig | frist | anmeldeschluss | mitglied seit | dabei seit | registriert',
  fr: "quand | evenement | concert | jusqu'au | debut | fin le | date limite | ne le | nee le | mort le | inscrit le | membre depuis",
  es: 'cuando | evento | concierto | hasta el | inicio | fecha limite | nacido | miembro desde',
  pt: 'quando | evento | ate | inicio | prazo | nascido | membro desde',
  it: 'quando | evento | concerto | fino al | inizio | scadenza | nato il | iscritto',
  nl: 'wanneer | evenement | tot en met | begint | geboren | lid sinds',
  pl: 'kiedy | wydarzenie | do dnia | termin | urodzon | dolaczyl',
  ru: 'когда | мероприятие | начало | до | родил | зарегистрирован',
  tr: 'ne zaman | etkinlik | son tarih | dogum',
  ar: 'متى | فعاليه | حتى | موعد | ولد',
  ja: '開催 | 日時 | 開始 | 締切 | 期間 | 発売',
  zh: '活动 | 截止 | 开始 | 至',
  ko: '일시 | 행사 | 마감 | 기간 | 개막',
}
