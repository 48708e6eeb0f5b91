/** What an editor of one language may put into a text. */
export interface EditWords {
  /** A frequent form and its negation. */
  readonly negations: readonly (readonly [plain: string, negated: string])[]
  readonly correction: string
  readonly retraction: string
  /** Sentences that may follow any report. */
  readonly additions: readonly string[]
}

/** Written for this benchmark; `additions` hold no number and no name. */
export const editWords: Readonly<Record<string, EditWords>> = {
  en: {
    negations: [
      [' will be ', ' will not be '],
      [' was ', ' was not '],
      [' said ', ' did not say '],
      [' is ', ' is not '],
    ],
    correction:
      'Correction: an earlier version of this article misstated the figure in the second paragraph. It has been amended.',
    retraction:
      'This story has been withdrawn because parts of it could not be verified. We apologise to our readers.',
    additions: [
      'Officials declined to comment further on the matter when they were asked by reporters in the evening.',
      'Neighbours described the mood as tense but orderly, and several shops in the centre stayed open longer than usual.',
      'A full account is expected within days, although lawyers for both sides warned that it might take more time.',
    ],
  },
  de: {
    negations: [
      [' wird ', ' wird nicht '],
      [' ist ', ' ist nicht '],
      [' hat ', ' hat nicht '],
      [' sei ', ' sei nicht '],
    ],
    correction:
      'Hinweis der Redaktion: In einer früheren Fassung dieses Artikels stand eine falsche Zahl. Wir haben den Fehler korrigiert.',
    retraction:
      'Dieser Artikel wurde zurückgezogen, weil wesentliche Angaben nicht belegt werden konnten.',
    additions: [
      'Die Behörden wollten sich auf Anfrage zunächst nicht weiter äußern und verwiesen auf die laufenden Untersuchungen.',
      'Anwohner beschrieben die Stimmung als angespannt, aber ruhig; viele Geschäfte hatten länger geöffnet als sonst.',
      'Mit einem ausführlichen Bericht wird in den nächsten Tagen gerechnet, es kann allerdings auch länger dauern.',
    ],
  },
  fr: {
    negations: [
      [' est ', ' n’est pas '],
      [' a été ', ' n’a pas été '],
      [' sera ', ' ne sera pas '],
      [' sont ', ' ne sont pas '],
    ],
    correction:
      'Rectificatif : une version précédente de cet article comportait une erreur de chiffre, corrigée depuis.',
    retraction:
      'Cet article a été retiré, plusieurs éléments n’ayant pu être vérifiés. La rédaction présente ses excuses.',
    additions: [
      'Interrogées dans la soirée, les autorités ont refusé de faire davantage de commentaires à ce sujet.',
      'Les riverains décrivent une ambiance tendue mais calme, et plusieurs commerces sont restés ouverts plus tard.',
      'Un rapport complet est attendu dans les prochains jours, même si les avocats préviennent qu’il pourrait tarder.',
    ],
  },
  es: {
    negations: [
      [' será ', ' no será '],
      [' ha ', ' no ha '],
      [' es ', ' no es '],
      [' fue ', ' no fue '],
    ],
    correction:
      'Corrección: una versión anterior de este artículo incluía una cifra errónea, que ya ha sido corregida.',
    retraction:
      'Este artículo ha sido retirado porque varios de sus datos no pudieron ser verificados.',
    additions: [
      'Las autoridades declinaron hacer más comentarios sobre el asunto cuando fueron consultadas por la tarde.',
      'Los vecinos describieron un ambiente tenso pero ordenado, y varias tiendas del centro cerraron más tarde.',
      'Se espera un informe completo en los próximos días, aunque los abogados advierten de que podría tardar más.',
    ],
  },
  ru: {
    negations: [
      [' будет ', ' не будет '],
      [' был ', ' не был '],
      [' заявил', ' не заявил'],
      [' может ', ' не может '],
    ],
    correction:
      'Исправление: в предыдущей версии статьи была указана неверная цифра. Редакция приносит извинения.',
    retraction:
      'Материал снят с публикации, поскольку часть сведений не подтвердилась. Редакция приносит извинения.',
    additions: [
      'Представители властей отказались от дальнейших комментариев, когда вечером к ним обратились журналисты.',
      'Жители описывали обстановку как напряжённую, но спокойную; многие магазины работали дольше обычного.',
      'Полный отчёт ожидается в ближайшие дни, хотя юристы обеих сторон предупредили, что он может задержаться.',
    ],
  },
  pt: {
    negations: [
      [' será ', ' não será '],
      [' foi ', ' não foi '],
      [' é ', ' não é '],
      [' está ', ' não está '],
    ],
    correction:
      'Correção: uma versão anterior deste texto trazia um número errado. A informação foi corrigida.',
    retraction:
      'Esta reportagem foi retirada do ar porque partes dela não puderam ser verificadas.',
    additions: [
      'As autoridades recusaram-se a comentar mais o assunto quando foram questionadas ao fim da tarde.',
      'Os moradores descreveram um ambiente tenso mas ordeiro, e várias lojas fecharam mais tarde do que é habitual.',
    ],
  },
  pl: {
    negations: [
      [' będzie ', ' nie będzie '],
      [' jest ', ' nie jest '],
      [' ma ', ' nie ma '],
      [' może ', ' nie może '],
    ],
    correction:
      'Sprostowanie: we wcześniejszej wersji tekstu podaliśmy błędną liczbę. Za pomyłkę przepraszamy.',
    retraction: 'Artykuł został wycofany, ponieważ części informacji nie udało się potwierdzić.',
    additions: [
      'Przedstawiciele władz odmówili dalszych komentarzy, gdy wieczorem pytali ich o to dziennikarze.',
      'Mieszkańcy opisywali nastrój jako napięty, lecz spokojny, a wiele sklepów było otwartych dłużej niż zwykle.',
    ],
  },
  vi: {
    negations: [
      [' sẽ ', ' sẽ không '],
      [' đã ', ' đã không '],
      [' có thể ', ' không thể '],
    ],
    correction:
      'Đính chính: phiên bản trước của bài viết đưa sai một con số. Tòa soạn xin cáo lỗi cùng bạn đọc.',
    retraction: 'Bài viết đã được gỡ bỏ vì một số thông tin không thể kiểm chứng.',
    additions: [
      'Giới chức từ chối bình luận thêm về vụ việc khi được phóng viên hỏi vào buổi tối cùng ngày.',
      'Người dân cho biết không khí khá căng thẳng nhưng vẫn trật tự, nhiều cửa hàng mở cửa lâu hơn thường lệ.',
    ],
  },
  it: {
    negations: [
      [' è ', ' non è '],
      [' ha ', ' non ha '],
      [' sarà ', ' non sarà '],
    ],
    correction:
      'Errata corrige: una versione precedente dell’articolo riportava una cifra sbagliata, ora corretta.',
    retraction:
      'Questo articolo è stato rimosso perché alcune informazioni non hanno trovato conferma.',
    additions: [
      'Le autorità non hanno voluto commentare oltre la vicenda quando in serata sono state interpellate dai cronisti.',
      'I residenti descrivono un clima teso ma tranquillo, e molti negozi sono rimasti aperti più a lungo del solito.',
    ],
  },
  tr: {
    negations: [
      [' olacak', ' olmayacak'],
      [' var ', ' yok '],
      [' edildi', ' edilmedi'],
    ],
    correction:
      'Düzeltme: haberin önceki sürümünde bir rakam yanlış verilmişti. Okurlarımızdan özür dileriz.',
    retraction: 'Bu haber, bazı bilgiler doğrulanamadığı için yayından kaldırılmıştır.',
    additions: [
      'Yetkililer akşam saatlerinde gazetecilerin sorularına yanıt vermeyerek konuyla ilgili yorum yapmaktan kaçındı.',
      'Çevre sakinleri havanın gergin ama sakin olduğunu, birçok dükkânın her zamankinden geç kapandığını anlattı.',
    ],
  },
}
