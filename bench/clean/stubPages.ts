/** Pages of one language that carry an article or none. Written for this project. */
interface StubWords {
  readonly language: string
  /** Two sentences that any local report may hold. */
  readonly report: string
  /** Sentences of reports about cookies, paid reading, passwords, things not found and videos. */
  readonly about: readonly string[]
  /** Texts of pages without an article, by what they are. */
  readonly walls: Readonly<Record<'consent' | 'login' | 'notFound', string>>
  /** What sells the rest below a lead. */
  readonly offer: string
}

/** A page with an article, with a lead only, or with none, and what the reader should say of it. */
export interface StubPage {
  readonly name: string
  readonly html: string
  readonly expected: 'article' | 'stub' | 'none'
}

const languages: readonly StubWords[] = [
  {
    language: 'en',
    report:
      'The harbour board met on Monday and heard the clerk for an hour. A decision will be made in the spring, the chair said afterwards.',
    about: [
      'Websites must let people refuse cookies as easily as accept them, the court found in a case against a shop.',
      'The paper will ask readers for a subscription from June and keep local news free for pupils.',
      'Thousands of users could not log in to the town portal because a certificate had expired overnight.',
      'The missing boat was not found, although forty people searched the bay until dark.',
      'A video of the storm was watched two million times before its maker took it down.',
    ],
    walls: {
      consent:
        'We and our partners use cookies to personalise content and ads. Accept all or manage your settings. You can withdraw your consent at any time.',
      login: 'Please log in to continue reading. No account yet? Register for free in a minute.',
      notFound:
        'Page not found. The page you requested does not exist or has moved. Try the search box.',
    },
    offer: 'Subscribe to continue reading.',
  },
  {
    language: 'de',
    report:
      'Der Hafenrat traf sich am Montag und hörte eine Stunde lang den Schreiber an. Im Frühjahr wird entschieden, sagte die Vorsitzende danach.',
    about: [
      'Webseiten müssen das Ablehnen von Cookies so leicht machen wie das Annehmen, entschied das Gericht.',
      'Die Zeitung verlangt ab Juni ein Abonnement, Nachrichten aus der Schule bleiben frei.',
      'Tausende konnten sich nicht beim Portal der Stadt anmelden, weil ein Zertifikat abgelaufen war.',
      'Das vermisste Boot wurde nicht gefunden, obwohl vierzig Leute die Bucht absuchten.',
      'Ein Video vom Sturm wurde zwei Millionen Mal angesehen, ehe es verschwand.',
    ],
    walls: {
      consent:
        'Wir und unsere Partner verwenden Cookies, um Inhalte und Anzeigen zu personalisieren. Alle akzeptieren oder Einstellungen ändern. Sie können Ihre Einwilligung jederzeit widerrufen.',
      login:
        'Bitte melden Sie sich an, um weiterzulesen. Noch kein Konto? Jetzt kostenlos registrieren.',
      notFound: 'Seite nicht gefunden. Die gewünschte Seite existiert nicht oder wurde verschoben.',
    },
    offer: 'Weiterlesen mit einem Abo: jetzt einen Monat testen.',
  },
  {
    language: 'fr',
    report:
      'Le conseil du port s’est réuni lundi et a écouté le greffier pendant une heure. La décision sera prise au printemps, a dit la présidente.',
    about: [
      'Les sites doivent permettre de refuser les cookies aussi simplement que de les accepter, a jugé le tribunal.',
      'Le journal demandera un abonnement à partir de juin et laissera l’actualité scolaire gratuite.',
      'Des milliers d’usagers n’ont pas pu se connecter au portail de la ville à cause d’un certificat expiré.',
      'Le bateau disparu n’a pas été retrouvé, malgré quarante personnes dans la baie jusqu’à la nuit.',
      'Une vidéo de la tempête a été vue deux millions de fois avant son retrait.',
    ],
    walls: {
      consent:
        'Nous et nos partenaires utilisons des cookies pour personnaliser le contenu et les publicités. Tout accepter ou paramétrer vos choix. Vous pouvez retirer votre consentement à tout moment.',
      login:
        'Connectez-vous pour lire la suite. Pas encore de compte ? Inscrivez-vous gratuitement.',
      notFound: 'Page introuvable. La page demandée n’existe pas ou a été déplacée.',
    },
    offer: 'Cet article est réservé aux abonnés.',
  },
  {
    language: 'es',
    report:
      'La junta del puerto se reunió el lunes y escuchó al secretario durante una hora. La decisión llegará en primavera, dijo la presidenta.',
    about: [
      'Las webs deben permitir rechazar las cookies con la misma facilidad que aceptarlas, falló el tribunal.',
      'El diario pedirá una suscripción desde junio y dejará gratis las noticias de las escuelas.',
      'Miles de vecinos no pudieron iniciar sesión en el portal de la ciudad por un certificado caducado.',
      'El barco perdido no fue encontrado, aunque cuarenta personas lo buscaron hasta la noche.',
      'Un vídeo de la tormenta fue visto dos millones de veces antes de ser retirado.',
    ],
    walls: {
      consent:
        'Nosotros y nuestros socios utilizamos cookies para personalizar el contenido y los anuncios. Aceptar todo o configurar. Puede retirar su consentimiento en cualquier momento.',
      login: 'Inicie sesión para seguir leyendo. ¿Aún no tiene cuenta? Regístrese gratis.',
      notFound: 'Página no encontrada. La página que busca no existe o fue movida.',
    },
    offer: 'Para seguir leyendo necesita una suscripción.',
  },
  {
    language: 'it',
    report:
      'Il consiglio del porto si è riunito lunedì e ha ascoltato il segretario per un’ora. Si deciderà in primavera, ha detto la presidente.',
    about: [
      'I siti devono permettere di rifiutare i cookie con la stessa facilità con cui si accettano, ha stabilito il tribunale.',
      'Il giornale chiederà un abbonamento da giugno e lascerà gratis le notizie della scuola.',
      'Migliaia di utenti non hanno potuto accedere al portale della città per un certificato scaduto.',
      'La barca dispersa non è stata trovata, anche se quaranta persone l’hanno cercata fino a notte.',
      'Un video della tempesta è stato visto due milioni di volte prima di sparire.',
    ],
    walls: {
      consent:
        'Noi e i nostri partner utilizziamo cookie per personalizzare contenuti e annunci. Accetta tutto o gestisci le preferenze. Puoi revocare il consenso in qualsiasi momento.',
      login: 'Accedi per continuare a leggere. Non hai un account? Registrati gratis.',
      notFound: 'Pagina non trovata. La pagina richiesta non esiste o è stata spostata.',
    },
    offer: 'Per continuare a leggere serve un abbonamento.',
  },
  {
    language: 'pl',
    report:
      'Rada portu zebrała się w poniedziałek i przez godzinę słuchała sekretarza. Decyzja zapadnie wiosną, powiedziała potem przewodnicząca.',
    about: [
      'Strony muszą pozwalać odrzucić pliki cookie tak łatwo, jak je przyjąć, orzekł sąd.',
      'Gazeta od czerwca poprosi o prenumeratę, a wiadomości ze szkół zostawi za darmo.',
      'Tysiące mieszkańców nie mogły zalogować się do portalu miasta, bo wygasł certyfikat.',
      'Zaginionej łodzi nie znaleziono, choć czterdzieści osób szukało jej do nocy.',
      'Film z burzy obejrzano dwa miliony razy, zanim zniknął.',
    ],
    walls: {
      consent:
        'My i nasi partnerzy używamy plików cookie, aby dopasować treści i reklamy. Zaakceptuj wszystko albo zmień ustawienia. Zgodę można wycofać w każdej chwili.',
      login: 'Zaloguj się, aby czytać dalej. Nie masz konta? Zarejestruj się bezpłatnie.',
      notFound:
        'Nie znaleziono strony. Strona, której szukasz, nie istnieje albo została przeniesiona.',
    },
    offer: 'Aby czytać dalej, wykup dostęp.',
  },
  {
    language: 'ru',
    report:
      'Совет порта собрался в понедельник и час слушал секретаря. Решение примут весной, сказала потом председатель.',
    about: [
      'Сайты должны позволять отказаться от файлов cookie так же легко, как согласиться, решил суд.',
      'Газета с июня введёт подписку, а новости школ оставит бесплатными.',
      'Тысячи жителей не смогли войти на портал города, потому что истёк сертификат.',
      'Пропавшую лодку не нашли, хотя сорок человек искали её до ночи.',
      'Видео шторма посмотрели два миллиона раз, прежде чем оно исчезло.',
    ],
    walls: {
      consent:
        'Мы и наши партнёры используем файлы cookie, чтобы подбирать материалы и рекламу. Принять все или изменить настройки. Согласие можно отозвать в любое время.',
      login: 'Войдите, чтобы читать дальше. Нет аккаунта? Зарегистрируйтесь бесплатно.',
      notFound: 'Страница не найдена. Такой страницы нет, или она переехала.',
    },
    offer: 'Материал доступен по подписке.',
  },
  {
    language: 'sv',
    report:
      'Hamnrådet möttes på måndagen och lyssnade på sekreteraren i en timme. Beslutet kommer i vår, sade ordföranden efteråt.',
    about: [
      'Webbplatser måste låta folk neka kakor lika lätt som att godkänna dem, fann domstolen.',
      'Tidningen tar betalt för en prenumeration från juni men låter skolnyheterna vara fria.',
      'Tusentals invånare kunde inte logga in på stadens portal eftersom ett certifikat hade gått ut.',
      'Den saknade båten hittades inte, fast fyrtio personer letade i viken till natten.',
      'En video från stormen sågs två miljoner gånger innan den togs bort.',
    ],
    walls: {
      consent:
        'Vi och våra partner använder kakor för att anpassa innehåll och annonser. Godkänn alla eller ändra inställningar. Du kan återkalla ditt samtycke när som helst.',
      login: 'Logga in för att läsa vidare. Har du inget konto? Registrera dig gratis.',
      notFound: 'Sidan hittades inte. Sidan du söker finns inte eller har flyttats.',
    },
    offer: 'Prenumerera för att läsa vidare.',
  },
  {
    language: 'tr',
    report:
      'Liman kurulu pazartesi günü toplandı ve bir saat boyunca kâtibi dinledi. Karar ilkbaharda verilecek, dedi başkan sonra.',
    about: [
      'Siteler çerezleri reddetmeyi kabul etmek kadar kolay kılmalı, dedi mahkeme kararında.',
      'Gazete hazirandan itibaren abonelik isteyecek, okul haberlerini ücretsiz bırakacak.',
      'Binlerce kişi süresi dolan bir belge yüzünden kentin portalına giriş yapamadı.',
      'Kayıp tekne bulunamadı, oysa kırk kişi geceye dek koyu aradı.',
      'Fırtınanın videosu kaldırılmadan önce iki milyon kez izlendi.',
    ],
    walls: {
      consent:
        'Biz ve ortaklarımız içeriği ve reklamları kişiselleştirmek için çerezleri kullanıyoruz. Tümünü kabul et ya da ayarları değiştir. Onayınızı istediğiniz zaman geri çekebilirsiniz.',
      login: 'Okumaya devam etmek için giriş yapın. Hesabınız yok mu? Ücretsiz kaydolun.',
      notFound: 'Sayfa bulunamadı. Aradığınız sayfa yok ya da taşındı.',
    },
    offer: 'Okumaya devam etmek için abone olun.',
  },
  {
    language: 'ja',
    report:
      '港の委員会は月曜日に開かれ、一時間にわたり書記の説明を聞いた。決定は春になると委員長は会議のあとで述べた。',
    about: [
      '裁判所は、サイトはクッキーの拒否を同意と同じくらい簡単にしなければならないと判断した。',
      '新聞は六月から購読料を求めるが、学校のニュースはこれまで通り無料で公開する。',
      '証明書の期限が切れたため、数千人が市のサイトにログインできなかったという。',
      '四十人が夜まで湾を捜したが、行方不明の船は見つからなかったという。',
      '嵐の動画は削除されるまでに二百万回も再生されたことが分かった。',
    ],
    walls: {
      consent:
        '当社とパートナーは、コンテンツと広告を最適化するためにクッキーを使用します。すべて同意するか、設定を変更してください。同意はいつでも撤回できます。',
      login:
        '続きを読むにはログインしてください。アカウントをお持ちでない方は無料で会員登録できます。この記事は会員の方だけがお読みいただけます。',
      notFound:
        'ページが見つかりません。お探しのページは存在しないか、移動しました。アドレスをもう一度お確かめになるか、検索をお試しください。',
    },
    offer: 'この記事は有料会員限定です',
  },
]

const page = (title: string, paragraphs: readonly string[], head = '') =>
  `<html><head><title>${title}</title>${head}</head><body><main><h1>${title}</h1>${paragraphs
    .map((text) => `<p>${text}</p>`)
    .join('')}</main></body></html>`

const article = '<meta property="og:type" content="article">'

/** All pages: short reports about such things, leads with an offer below, and walls. */
export const stubPages: readonly StubPage[] = languages.flatMap((words) => [
  ...words.about.map((about, at) => ({
    name: `${words.language} about ${at}`,
    html: page(about.slice(0, 60), [about, words.report], at % 2 === 0 ? article : ''),
    expected: 'article' as const,
  })),
  {
    name: `${words.language} teaser`,
    html: page(words.report.slice(0, 40), [words.report, words.offer], article),
    expected: 'stub' as const,
  },
  ...Object.entries(words.walls).map(([kind, text]) => ({
    name: `${words.language} ${kind}`,
    html: page(kind === 'notFound' ? (text.split(/[.。]/)[0] ?? '') : 'The Courier', [text]),
    expected: 'none' as const,
  })),
])
