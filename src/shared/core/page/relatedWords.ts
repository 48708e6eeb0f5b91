import { phraseTable } from './phrases.ts'

/** Lines that lead to other articles; a list may follow them. */
export const relatedOpenings = phraseTable({
  en: `
    read more | read also | read next | also read | must read | see also | see more | don't miss |
    don’t miss | dont miss | more like this | you may like | you may also like | you might like |
    you might also like | you may be interested | recommended for you | trending | most popular |
    most read | editor's picks | editor’s picks | editors’ picks | editor's choice |
    editor’s choice | further reading | related articles | related article | related stories |
    related story | related content | related posts | related post | related news |
    related coverage | related video | related videos | related topics | related links |
    related reading | more stories | more news | more coverage | more from | more on | top stories`,
  de: `
    das thema könnte | mehr von | mehr aus | empfehlungen aus | highlights aus | lesen sie auch |
    lesen sie mehr | lesen sie hier | lies auch | mehr zum thema | auch interessant |
    das könnte sie | das könnte dich | das könnte euch | weiterlesen | weiterführende links |
    weiterführende informationen | weitere artikel | weitere informationen | weitere themen |
    weitere nachrichten | weitere infos | zum thema | mehr dazu | siehe auch | mehr lesen |
    passend zum thema | ähnliche artikel | verwandte artikel | ähnliche beiträge | weitere beiträge`,
  fr: `
    plus sur | vous aimerez aussi | lire aussi | à lire | a lire | lire la suite | voir aussi |
    sur le même sujet | à voir aussi | articles similaires | en savoir plus`,
  es: `
    más sobre | lea también | lea más | lea: | lee también | lee más | leer también | leer más |
    te puede interesar | ver también | más información | noticias relacionadas |
    artículos relacionados | vea también | mira también`,
  pt: `
    mais sobre | leia também | leia mais | veja também | veja mais | saiba mais |
    notícias relacionadas | artigos relacionados | confira também`,
  it: `
    leggi anche | leggi tutto | potrebbe interessarti | articoli correlati | guarda anche |
    approfondisci`,
  nl: `lees ook | lees meer | lees verder | bekijk ook | gerelateerde artikelen`,
  sv: `läs också | läs mer | läs även`,
  da: `læs også | læs mere | se også`,
  no: `les også | les mer | se også`,
  fi: `lue myös | lue lisää | katso myös`,
  pl: `
    dowiedz się więcej | zobacz też | zobacz także | zobacz również | czytaj też | czytaj także |
    czytaj również | czytaj więcej | przeczytaj też | przeczytaj także | przeczytaj również`,
  cs: `čtěte také | čtěte více | mohlo by vás zajímat | související`,
  sk: `čítajte aj | prečítajte si aj`,
  hu: `olvassa el | kapcsolódó cikkek`,
  ro: `citește și | citiți și | vezi și`,
  bg: `прочетете още | вижте още`,
  ru: `читайте также | смотрите также | читать также | по теме | материалы по теме`,
  uk: `читайте також | дивіться також`,
  el: `διαβάστε επίσης | δείτε επίσης | διαβάστε ακόμη`,
  tr: `devamını oku | ilgili haber | ilgili haberler | ayrıca okuyun`,
  ar: `اقرأ أيضا | اقرأ أيضًا | اقرأ المزيد | شاهد أيضا`,
  fa: `بیشتر بخوانید | مطالب مرتبط`,
  he: `קראו גם | ראו גם`,
  hi: `यह भी पढ़ें | ये भी पढ़ें`,
  id: `baca juga | lihat juga | simak juga`,
  vi: `xem thêm | đọc thêm`,
  th: `อ่านเพิ่มเติม | ข่าวที่เกี่ยวข้อง`,
  ja: `関連記事 | あわせて読みたい | 関連ニュース`,
  zh: `相关阅读 | 相关新闻 | 相关文章 | 延伸阅读 | 延伸閱讀 | 更多新聞 | 相關新聞`,
  ko: `관련기사 | 관련 기사 | 이 기사도`,
})

/** Labels of such lists that are common words otherwise: only alone or before a colon. */
export const relatedLabels = phraseTable({
  en: `related | more | recommended | read | links | see`,
  de: `mehr | links | lesen | lesetipp | lesetipps`,
  es: `relacionado | relacionados | lea | además`,
  pt: `relacionado | relacionadas | leia`,
  it: `correlati | leggi`,
  id: `baca`,
})

/** Headings of sections that stand below an article. */
export const sectionLabels = phraseTable({
  en: `
    leave a reply | leave a comment | comments | share your thoughts | join the conversation |
    about the author | about the authors | recent posts | latest news | popular posts | you missed |
    newsletter | partner news | recommended | recent | popular | latest | post navigation |
    sign up | subscribe | follow us | something to consider | like this | up next | discussion |
    elsewhere`,
  de: `
    kommentare | kommentar schreiben | schreibe einen kommentar | hinterlasse einen kommentar |
    kommentar verfassen | über den autor | über die autorin | neueste beiträge | meistgelesen |
    newsletter | das interessiert andere leser | neueste artikel | aktuelle nachrichten |
    empfehlungen`,
  fr: `
    commentaires | laisser un commentaire | les plus lus | à propos de l'auteur |
    sur le même thème | articles récents | à la une | newsletter | vous aimerez aussi |
    recommandé pour vous`,
  es: `
    comentarios | deja un comentario | deja una respuesta | lo más leído | sobre el autor |
    noticias recientes | últimas noticias | entradas recientes | te recomendamos`,
  pt: `
    comentários | deixe um comentário | deixe uma resposta | mais lidas | sobre o autor |
    você pode gostar | últimas notícias | recomendados | posts recentes`,
  it: `
    commenti | lascia un commento | i più letti | sull'autore | ultime notizie | articoli recenti |
    ti potrebbe interessare`,
  nl: `reacties | geef een reactie | meest gelezen | over de auteur | meer nieuws | laatste nieuws`,
  sv: `kommentarer | lämna ett svar | mest läst | senaste nytt | om författaren`,
  da: `kommentarer | skriv et svar | mest læste | seneste nyt`,
  no: `kommentarer | legg igjen en kommentar | mest lest | siste nytt`,
  fi: `kommentit | luetuimmat | uusimmat`,
  pl: `
    komentarze | dodaj komentarz | najczęściej czytane | o autorze | najnowsze | polecane |
    popularne`,
  cs: `komentáře | diskuse | nejčtenější | o autorovi`,
  ru: `
    комментарии | оставить комментарий | популярное | об авторе | последние новости | рекомендуем`,
  uk: `коментарі | популярне | останні новини`,
  tr: `yorumlar | yorum yap | en çok okunanlar | son haberler | yazar hakkında`,
  el: `σχόλια | δημοφιλή`,
  ar: `التعليقات | الأكثر قراءة | اترك تعليقا`,
  id: `komentar | terpopuler | berita terkait | tinggalkan komentar`,
  vi: `bình luận | tin liên quan | đọc nhiều`,
  ja: `コメント | 人気記事 | ランキング | おすすめ`,
  zh: `评论 | 相关推荐 | 热门 | 最新新闻 | 猜你喜欢`,
  ko: `댓글 | 인기기사 | 추천기사`,
})
