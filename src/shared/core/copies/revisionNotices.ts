/**
 * How newsrooms announce a correction, in lower case, by language or by neighbouring languages. A notice is
 * looked for in all of them: notices are short, and their language is often guessed wrongly.
 */
export const correctionNotices: Readonly<Record<string, string>> = {
  en: 'correction: | corrections: | clarification: | corrects  | this article has been corrected | this story has been corrected | an earlier version of this | a previous version of this | this article was amended | this story was amended | has been amended | we regret the error | editor’s note: a previous | this story corrects | (corrected) | was corrected on | incorrectly stated | misstated',
  de: 'korrektur: | korrekturhinweis | berichtigung: | berichtigung  | früheren fassung | früheren version | ursprünglichen fassung | ursprünglichen version | haben den fehler korrigiert | haben dies korrigiert | wir haben das korrigiert | (berichtigt)',
  fr: 'rectificatif | correction : | erratum | version précédente de cet article | version antérieure de cet article | article a été corrigé | article a été modifié pour corriger | nous avons corrigé | mea culpa : | précision :',
  es: 'corrección: | fe de errores | fe de erratas | rectificación: | versión anterior de este | versión anterior de esta | ha sido corregid | fue corregid | aclaración:',
  it: 'errata corrige | correzione: | rettifica: | versione precedente | precedente versione di questo | articolo è stato corretto | ci scusiamo per l’errore | precisazione:',
  pt: 'correção: | correcção: | errata: | versão anterior deste | versão anterior desta | foi corrigid | erramos: | erramos | retificação:',
  nl: 'correctie: | rectificatie | eerdere versie van dit | is gecorrigeerd | in een eerdere versie',
  'sv da no':
    'rättelse: | rättelse  | tidigare version av | har rättats | rettelse: | rettelse  | tidligere version af | tidligere versjon av | er rettet | har blitt rettet | vi beklager fejlen | vi beklager feilen',
  fi: 'oikaisu: | oikaisu  | korjaus: | korjattu klo | jutun aiemmassa versiossa | juttua korjattu | korjattu kello',
  pl: 'sprostowanie | korekta: | wcześniejszej wersji | poprzedniej wersji | artykuł został poprawiony | tekst został poprawiony',
  'cs sk':
    'oprava: | opravujeme | předchozí verzi | původní verzi | omlouváme se za chybu | predchádzajúcej verzii | pôvodnej verzii',
  'hu ro':
    'helyesbítés | korábbi változatában | javítás: | erată | versiune anterioară | corectură: | a fost corectat',
  'ru uk bg sr':
    'исправление: | исправлено: | в предыдущей версии | в более ранней версии | в первоначальной версии | опровержение | уточнение: | поправка: | виправлення: | виправлено: | у попередній версії | поправка  | корекция: | в предишна версия | исправка: | ispravka: | ispravak: | u prethodnoj verziji',
  'el tr':
    'διόρθωση: | διευκρίνιση: | προηγούμενη έκδοση | düzeltme: | düzeltme ve | önceki sürümünde | önceki versiyonunda | tekzip',
  'ar fa he ur':
    'تصحيح: | تصويب: | نسخة سابقة من | اصلاحیه | تصحیح: | نسخه قبلی | תיקון: | הבהרה: | בגרסה קודמת | تصحیح ',
  'hi bn': 'भूल सुधार | सुधार: | स्पष्टीकरण: | সংশোধনী | সংশোধন:',
  'vi id th':
    'đính chính | cải chính | phiên bản trước của bài | koreksi: | ralat: | versi sebelumnya | แก้ไข: | แก้คำผิด | ขออภัยในความผิดพลาด',
  'zh ja ko':
    '更正： | 更正: | 更正启事 | 勘误 | 勘誤 | 本文早前版本 | 此前版本 | 先前版本 | 訂正： | 訂正: | 【訂正】 | お詫びと訂正 | 訂正しました | 訂正してお詫び | 정정합니다 | 바로잡습니다 | 정정: | 정정보도',
}

/** What a notice of withdrawal speaks of, and what it says of it; both must stand in one paragraph. */
export interface WithdrawalWords {
  readonly subjects: string
  readonly verbs: string
}

/** How newsrooms announce that an article is withdrawn, in lower case. */
export const withdrawals: Readonly<Record<string, WithdrawalWords>> = {
  en: {
    subjects:
      'this article | this story | this report | the article | the story | our story | our report | this piece | this item | retraction',
    verbs:
      'withdrawn | retracted | retraction | removed | taken down | unpublished | retracting | deleted | kill',
  },
  de: {
    subjects: 'artikel | beitrag | meldung | bericht | text',
    verbs:
      'zurückgezogen | ziehen wir | entfernt | gelöscht | zurückziehen | depublizier | gesperrt',
  },
  fr: {
    subjects: 'article | dépêche | texte | papier',
    verbs: 'retiré | retirée | supprimé | supprimée | dépublié | annulé | annulée',
  },
  es: {
    subjects: 'artículo | noticia | nota | reportaje | texto',
    verbs: 'retirad | eliminad | despublicad | anulad',
  },
  it: {
    subjects: 'articolo | notizia | testo | servizio',
    verbs: 'rimoss | ritirat | eliminat | annullat',
  },
  pt: {
    subjects: 'reportagem | artigo | texto | notícia | matéria',
    verbs: 'retirad | removid | despublicad | excluíd | apagad',
  },
  nl: {
    subjects: 'artikel | bericht | verhaal',
    verbs: 'ingetrokken | teruggetrokken | verwijderd | offline gehaald',
  },
  sv: {
    subjects: 'artikeln | texten | nyheten',
    verbs: 'dragits tillbaka | avpublicera | tagits bort | raderats',
  },
  da: {
    subjects: 'artiklen | historien | nyheden',
    verbs: 'trukket tilbage | afpublicer | fjernet | slettet',
  },
  no: {
    subjects: 'artikkelen | saken | nyheten',
    verbs: 'trukket | avpublisert | fjernet | slettet',
  },
  fi: {
    subjects: 'juttu | artikkeli | uutinen',
    verbs: 'vedetty | poistettu | perutaan | peruttu',
  },
  pl: {
    subjects: 'artykuł | tekst | materiał | depesza',
    verbs: 'wycofany | wycofana | usunięty | usunięta | wycofujemy | wycofaliśmy | anulowana',
  },
  cs: {
    subjects: 'článek | zpráva | text',
    verbs: 'stažen | odstraněn | smazán | stáhli | zrušena',
  },
  sk: {
    subjects: 'článok | správa | text',
    verbs: 'stiahnut | odstránen | zmazan | zrušená',
  },
  hu: {
    subjects: 'cikk | hír | írás',
    verbs: 'visszavon | töröl | eltávolít',
  },
  ro: {
    subjects: 'articol | știre | material',
    verbs: 'retras | eliminat | șters',
  },
  ru: {
    subjects: 'материал | статья | новость | сообщение | публикация | текст',
    verbs:
      'снят с публикации | снята с публикации | снято с публикации | отозван | удалён | удален | аннулирован | отзывает',
  },
  uk: {
    subjects: 'матеріал | стаття | новина | публікація',
    verbs: 'знят з публікації | знято з публікації | відкликан | видалено | видалена | анульован',
  },
  bg: {
    subjects: 'статия | материал | новина',
    verbs: 'оттеглен | изтрит | свален',
  },
  sr: {
    subjects: 'текст | чланак | вест | tekst | članak | vest',
    verbs: 'повучен | уклоњен | povučen | uklonjen | obrisan',
  },
  el: {
    subjects: 'άρθρο | είδηση | κείμενο',
    verbs: 'αποσύρθηκε | αποσυρθεί | διαγράφηκε',
  },
  tr: {
    subjects: 'haber | yazı | makale',
    verbs: 'yayından kaldır | geri çek | silin',
  },
  ar: {
    subjects: 'المقال | الخبر | المادة | التقرير',
    verbs: 'سحب | حذف | إزالة | تراجع',
  },
  fa: {
    subjects: 'خبر | مقاله | گزارش',
    verbs: 'پس گرفته | حذف شد | حذف شده',
  },
  he: {
    subjects: 'הכתבה | הידיעה | המאמר',
    verbs: 'הוסר | נמחק | נמשכה',
  },
  hi: {
    subjects: 'खबर | लेख | समाचार',
    verbs: 'वापस | हटा',
  },
  vi: {
    subjects: 'bài viết | bài báo | tin này',
    verbs: 'gỡ | rút | xóa',
  },
  id: {
    subjects: 'berita | artikel | tulisan',
    verbs: 'dicabut | dihapus | ditarik',
  },
  th: {
    subjects: 'ข่าว | บทความ',
    verbs: 'ถอน | ถอดออก | ลบ',
  },
  zh: {
    subjects: '本文 | 本稿 | 该文 | 报道 | 報導 | 稿件',
    verbs: '撤稿 | 撤回 | 撤下 | 删除 | 刪除 | 作废',
  },
  ja: {
    subjects: '記事 | 本文',
    verbs: '取り消し | 削除 | 撤回',
  },
  ko: {
    subjects: '기사 | 보도',
    verbs: '삭제 | 철회 | 취소',
  },
}
