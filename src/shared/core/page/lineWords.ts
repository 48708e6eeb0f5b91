import { phraseTable } from './phrases.ts'

/** Lines that consist of nothing else: buttons and labels that stand inside the article's container. */
export const wholeLines = phraseTable({
  en: `
    pdf | download pdf | back to top | advert | advertisement | advertising | ad | sponsored |
    share | share this | share this article | share this story | share article | share story |
    tweet | comment | comments | loading | print | print this page | email | report this ad | tags |
    topics | story continues below | story continues | article continues below | continue reading |
    continues below | save | copy link | view comments | leave a comment | post a comment`,
  de: `
    kommentieren | kommentare geschlossen | artikel | pdf | rezept drucken | anzeige | werbung |
    teilen | kommentar | kommentare | drucken | merken | artikel teilen | artikel drucken |
    schlagworte | themen | nach oben | zurück | zur startseite | versenden | empfehlen`,
  fr: `
    publicité | partager | commentaires | imprimer | partager cet article | réagir | commenter |
    retour`,
  es: `publicidad | compartir | comentarios | imprimir | comentar | compartir en`,
  pt: `
    publicidade | compartilhar | compartilhe | partilhar | comentários | imprimir |
    continua após a publicidade`,
  it: `pubblicità | condividi | commenti | stampa | annuncio pubblicitario`,
  nl: `advertentie | delen | deel dit artikel | reacties | reageer`,
  sv: `annons | dela | kommentarer`,
  da: `annonce | del | artiklen fortsætter efter annoncen`,
  no: `annonse | del | annonsørinnhold`,
  fi: `mainos | jaa | kommentit | ilmoitus`,
  pl: `reklama | udostępnij | komentarze | drukuj | podziel się`,
  cs: `reklama | sdílet | diskuse`,
  ru: `реклама | поделиться | комментарии | печать`,
  uk: `реклама | поділитися | коментарі`,
  tr: `reklam | paylaş | yorumlar | yazdır`,
  el: `διαφήμιση | κοινοποίηση | σχόλια`,
  ar: `إعلان | شارك | تعليقات | طباعة`,
  fa: `تبلیغات | اشتراک گذاری`,
  he: `פרסומת | שתפו | תגובות`,
  hi: `विज्ञापन | साझा करें`,
  id: `iklan | bagikan | komentar`,
  ja: `広告 | シェア | 印刷 | コメント`,
  zh: `纠错 | 广告 | 廣告 | 分享 | 评论 | 打印`,
  ko: `광고 | 공유 | 댓글`,
  vi: `quảng cáo | chia sẻ | bình luận`,
  th: `โฆษณา | แชร์`,
  ro: `publicitate | distribuie | comentarii`,
  hu: `hirdetés | megosztás | hozzászólások`,
  sk: `reklama | zdieľať | diskusia`,
  bg: `реклама | сподели | коментари`,
  hr: `oglas | podijeli | komentari`,
  bn: `বিজ্ঞাপন`,
  ur: `اشتہار`,
})
