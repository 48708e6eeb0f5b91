import { phraseList } from './phrases.ts'

/** Words of pages that ask for consent instead of showing the article. */
export const consentPhrases = phraseList({
  en: `
    we use cookies | cookie policy | accept all | your privacy choices | we value your privacy |
    before you continue | manage your privacy | consent to`,
  de: `
    wir verwenden cookies | alle akzeptieren | mit werbung | einwilligung | zustimmen und weiter |
    datenschutzeinstellungen`,
  fr: `
    nous utilisons des cookies | tout accepter | accepter et continuer | vos données |
    continuer sans accepter`,
  es: `utilizamos cookies | aceptar todo | aceptar y continuar | política de cookies`,
  pt: `utilizamos cookies | usamos cookies | aceitar todos | política de cookies`,
  it: `utilizziamo i cookie | accetta tutto | accetta e continua | informativa sui cookie`,
  nl: `wij gebruiken cookies | alles accepteren | akkoord en doorgaan | cookiebeleid`,
  sv: `vi använder cookies | godkänn alla | vi använder kakor`,
  pl: `używamy plików cookie | zaakceptuj wszystko | przejdź do serwisu`,
  cs: `používáme cookies | přijmout vše | souhlasím`,
  ru: `мы используем cookie | принять все`,
  tr: `çerez kullanıyoruz | tümünü kabul et`,
  ja: `クッキーを使用 | すべて同意`,
})

/** Words of pages, and of ends of teasers, that ask the reader to log in. */
export const loginPhrases = phraseList({
  en: `
    log in to continue | sign in to continue | please log in | please sign in | login required |
    create a free account | register to continue | sign in to read | log in to read |
    register to read | password protected | enter your password below | enter the password`,
  de: `
    bitte melden sie sich an | jetzt einloggen | melden sie sich an, um | anmelden und weiterlesen |
    kostenlos registrieren | passwortgeschützt | dein passwort ein | ihr passwort ein | das passwort ein`,
  fr: `connectez-vous pour | identifiez-vous | créez un compte gratuit | protégé par un mot de passe`,
  es: `inicia sesión para | inicie sesión para | regístrate para | regístrese para | protegido por contraseña`,
  pt: `faça login para | entre para continuar | cadastre-se para | protegido por senha`,
  it: `accedi per | effettua il login | registrati per | protetto da password`,
  nl: `log in om | inloggen om | maak een gratis account | beveiligd met een wachtwoord`,
  sv: `logga in för att`,
  pl: `zaloguj się, aby | zaloguj się aby | zabezpieczona hasłem | chroniona hasłem`,
  ru: `войдите, чтобы | авторизуйтесь | защищена паролем | защищено паролем`,
  tr: `giriş yapın | üye girişi yapın`,
  ja: `ログインして | 会員登録 | パスワードで保護`,
  zh: `请登录 | 登录后`,
})

/** Words at the end of a teaser whose rest is sold. */
export const paywallPhrases = phraseList({
  en: `
    subscribe to continue | subscribe to read | subscribers only | subscriber-only | subscriber only |
    already a subscriber | to continue reading | to keep reading | to read the full |
    this content is for subscribers | start your free trial | for subscribers | become a member to |
    unlock this article | unlock the full | premium content | exclusive to subscribers |
    already have a subscription | unlimited digital access`,
  de: `
    jetzt abonnieren | nur für abonnenten | abonnenten vorbehalten | exklusiv für abonnenten |
    weiterlesen mit | lesen sie weiter mit | sie sind bereits abonnent | bereits abonnent |
    mit einem abo | jetzt testen | diesen artikel freischalten | den vollständigen artikel lesen |
    um weiterzulesen | für abonnentinnen`,
  fr: `
    réservé aux abonnés | réservée aux abonnés | réservé à nos abonnés | réservée à nos abonnés |
    article abonné | déjà abonné | il vous reste | la suite est réservée | abonnez-vous pour |
    pour lire la suite | pour poursuivre la lecture`,
  es: `
    solo para suscriptores | sólo para suscriptores | exclusivo para suscriptores |
    suscríbete para | suscríbase para | contenido exclusivo | ya soy suscriptor |
    ya eres suscriptor | ya está suscrito | para seguir leyendo | para continuar leyendo`,
  pt: `
    exclusivo para assinantes | só para assinantes | conteúdo exclusivo | já é assinante |
    assine para | para continuar a ler | para continuar a leitura | para continuar lendo`,
  it: `
    riservato agli abbonati | solo per abbonati | contenuto riservato | sei già abbonato |
    già abbonato | abbonati per | per continuare a leggere | per leggere l'articolo completo`,
  nl: `
    alleen voor abonnees | verder lezen | al abonnee | word abonnee | exclusief voor abonnees |
    om verder te lezen`,
  sv: `
    endast för prenumeranter | för dig som är prenumerant | för prenumeranter | läs vidare |
    redan prenumerant | för att läsa vidare`,
  da: `kun for abonnenter | for abonnenter | læs videre | få adgang | allerede abonnent`,
  no: `kun for abonnenter | for abonnenter | allerede abonnent | for å lese videre | bli abonnent`,
  fi: `vain tilaajille | tilaajille | lue koko juttu | jatka lukemista`,
  pl: `
    tylko dla prenumeratorów | dla prenumeratorów | dostęp dla prenumeratorów | masz prenumeratę |
    masz już prenumeratę | czytaj dalej z | aby czytać dalej | wykup dostęp | treść premium`,
  cs: `pouze pro předplatitele | jen pro předplatitele | odemkněte | již předplatitel`,
  sk: `len pre predplatiteľov | odomknite`,
  hu: `csak előfizetőknek | előfizetőink | fizessen elő`,
  ro: `doar pentru abonați | pentru abonați | abonează-te pentru`,
  hr: `samo za pretplatnike | već imate pretplatu`,
  bg: `само за абонати`,
  ru: `
    только для подписчиков | оформите подписку | доступен по подписке | уже есть подписка |
    чтобы читать дальше | чтобы дочитать`,
  uk: `лише для передплатників | тільки для передплатників | оформіть підписку | щоб читати далі`,
  el: `μόνο για συνδρομητές | για συνδρομητές`,
  tr: `abonelere özel | zaten abone misiniz | okumaya devam etmek için | abone olun`,
  ar: `للمشتركين فقط | اشترك لمواصلة`,
  fa: `ویژه مشترکان`,
  he: `למנויים בלבד | לקריאת הכתבה המלאה`,
  hi: `केवल सदस्यों के लिए | आगे पढ़ने के लिए`,
  id: `khusus pelanggan | berlangganan untuk | untuk melanjutkan membaca`,
  vi: `đăng ký để đọc tiếp | độc giả đăng ký | đã đăng ký? đăng nhập | để đọc tiếp bài viết`,
  th: `สำหรับสมาชิก`,
  ja: `この記事は有料 | 会員限定 | 続きを読む | 残り | 有料会員`,
  zh: `订阅后 | 会员专享 | 付费阅读 | 訂閱後 | 會員專享`,
  ko: `구독자 전용 | 유료회원 | 유료 회원`,
})

/** Titles of pages that stand where an article was. */
export const notFoundPhrases = phraseList({
  en: `
    page not found | 404 | not found | page does not exist | page doesn't exist |
    page you requested | no longer available | error 404`,
  de: `seite nicht gefunden | nicht gefunden | seite existiert nicht | nicht mehr verfügbar`,
  fr: `page introuvable | page non trouvée | n'existe pas | n'existe plus`,
  es: `página no encontrada | no se encontró | no encontrada | no existe`,
  pt: `página não encontrada | não encontrada | não existe`,
  it: `pagina non trovata | non trovata | non esiste`,
  nl: `pagina niet gevonden | niet gevonden | bestaat niet`,
  sv: `sidan hittades inte | sidan finns inte | hittades inte`,
  da: `siden blev ikke fundet | siden findes ikke`,
  no: `siden finnes ikke | fant ikke siden`,
  fi: `sivua ei löydy | sivua ei löytynyt`,
  pl: `nie znaleziono strony | strona nie istnieje | nie znaleziono`,
  cs: `stránka nenalezena | stránka neexistuje`,
  ru: `страница не найдена | не найдена`,
  uk: `сторінку не знайдено`,
  tr: `sayfa bulunamadı`,
  el: `η σελίδα δεν βρέθηκε`,
  id: `halaman tidak ditemukan`,
  vi: `không tìm thấy trang`,
  ro: `pagina nu a fost găsită`,
  hu: `az oldal nem található`,
  ar: `الصفحة غير موجودة`,
  fa: `صفحه یافت نشد`,
  he: `הדף לא נמצא`,
  th: `ไม่พบหน้า`,
  ja: `ページが見つかりません | 見つかりません`,
  zh: `页面不存在 | 找不到页面 | 未找到`,
  ko: `페이지를 찾을 수 없습니다`,
})
