import { phraseList } from './phrases.ts'

/**
 * Words of pages that come instead of the one asked for, with a status of success: challenges to robots, refusals,
 * failures of the server, maintenance, notices that a region is not served.
 */
export const refusalPhrases = phraseList({
  en: `
    access denied | access to this page has been denied | you have been blocked | unable to access |
    don't have permission to access | do not have permission to access | permission denied |
    enable javascript | javascript is disabled | disabled javascript | browser does not support javascript |
    javascript and cookies | requires javascript | checking your browser | checking if the site |
    security of your connection | just a moment | attention required | ray id | security service |
    verify you are human | verify that you are | are you a robot | not a robot | you were a bot |
    unusual activity | unusual traffic | automated requests | pardon our interruption | captcha |
    internal server error | something went wrong | bad gateway | service unavailable |
    gateway timeout | too many requests | temporarily unavailable | down for maintenance |
    under maintenance | scheduled maintenance | try again later | 403 forbidden | unavailable in your |
    not available in your | unavailable due to legal reasons | access cannot be granted`,
  de: `
    zugriff verweigert | kein zugriff | zugang verweigert | wurden blockiert | javascript aktivieren |
    aktivieren sie javascript | javascript ist deaktiviert | ihr browser wird überprüft |
    kein roboter | ungewöhnliche aktivitäten | ungewöhnlicher datenverkehr | wartungsarbeiten |
    wird gerade gewartet | vorübergehend nicht | in kürze wieder | interner serverfehler |
    etwas ist schiefgelaufen | später erneut | in ihrer region nicht | in ihrem land nicht`,
  fr: `
    accès refusé | accès interdit | vous avez été bloqué | activer javascript | activez javascript |
    pas un robot | activité inhabituelle | en maintenance | opération de maintenance |
    momentanément indisponible | temporairement indisponible | erreur interne | une erreur est survenue |
    réessayer plus tard | réessayez plus tard | pas disponible dans votre`,
  es: `
    acceso denegado | ha sido bloqueado | habilite javascript | habilitar javascript |
    active javascript | activar javascript | no es un robot | no soy un robot | actividad inusual |
    en mantenimiento | tareas de mantenimiento | temporalmente no disponible |
    temporalmente fuera de servicio | error interno | inténtelo más tarde | inténtalo más tarde |
    no está disponible en su | no disponible en tu`,
  pt: `
    acesso negado | foi bloqueado | ative o javascript | habilite o javascript | não é um robô |
    não sou um robô | atividade incomum | em manutenção | temporariamente indisponível |
    erro interno | tente novamente mais tarde | não está disponível na sua`,
  it: `
    accesso negato | sei stato bloccato | attiva javascript | abilita javascript | abilitare javascript |
    non sei un robot | non sono un robot | attività insolita | in manutenzione |
    temporaneamente non disponibile | errore interno | riprova più tardi | non è disponibile nel tuo`,
  nl: `
    toegang geweigerd | bent geblokkeerd | schakel javascript in | geen robot |
    ongebruikelijke activiteit | onderhoud | tijdelijk niet beschikbaar | interne serverfout |
    probeer het later | niet beschikbaar in uw`,
  sv: `
    åtkomst nekad | har blockerats | aktivera javascript | inte en robot | underhåll |
    tillfälligt otillgänglig | internt serverfel | försök igen senare`,
  da: `adgang nægtet | aktiver javascript | ikke en robot | vedligeholdelse | prøv igen senere`,
  no: `ingen tilgang | aktiver javascript | ikke en robot | vedlikehold | prøv igjen senere`,
  fi: `pääsy estetty | ota javascript | et ole robotti | huoltokatko | yritä myöhemmin uudelleen`,
  pl: `
    odmowa dostępu | dostęp zabroniony | został zablokowany | włącz javascript | włączyć javascript |
    nie jesteś robotem | nie jestem robotem | przerwa techniczna | prace techniczne |
    tymczasowo niedostępn | błąd serwera | spróbuj ponownie później`,
  cs: `
    přístup odepřen | přístup zamítnut | povolte javascript | zapněte javascript | nejste robot |
    probíhá údržba | dočasně nedostupn | zkuste to později`,
  hu: `hozzáférés megtagadva | engedélyezze a javascript | nem robot | karbantartás | próbálja újra később`,
  ro: `acces interzis | activați javascript | nu sunteți un robot | în mentenanță | încercați mai târziu`,
  ru: `
    доступ запрещен | доступ запрещён | доступ ограничен | доступ закрыт | вы были заблокированы |
    включите javascript | вы не робот | не робот | подозрительную активность | технические работы |
    технических работ | временно недоступ | внутренняя ошибка | попробуйте позже | повторите попытку`,
  uk: `
    доступ заборонено | доступ обмежено | увімкніть javascript | ви не робот | технічні роботи |
    тимчасово недоступ | спробуйте пізніше`,
  el: `δεν επιτρέπεται η πρόσβαση | ενεργοποιήστε τη javascript | δεν είστε ρομπότ | εργασίες συντήρησης`,
  tr: `
    erişim engellendi | erişim reddedildi | javascript'i etkinleştirin | robot olmadığınızı |
    bakım çalışması | geçici olarak | daha sonra tekrar deneyin`,
  ar: `
    تم رفض الوصول | تم حظرك | غير مصرح | تفعيل جافا سكريبت | لست روبوت | تحت الصيانة | قيد الصيانة |
    غير متاح مؤقتا | حاول مرة أخرى`,
  fa: `دسترسی غیرمجاز | دسترسی شما | ربات نیستید | در حال به‌روزرسانی | دوباره تلاش کنید`,
  he: `הגישה נדחתה | אינך רובוט | בתחזוקה | נסו שוב מאוחר יותר`,
  hi: `पहुंच अस्वीकृत | जावास्क्रिप्ट सक्षम | रोबोट नहीं | रखरखाव | बाद में पुनः प्रयास`,
  id: `akses ditolak | aktifkan javascript | bukan robot | dalam pemeliharaan | coba lagi nanti`,
  vi: `truy cập bị từ chối | bật javascript | không phải là robot | đang bảo trì | thử lại sau`,
  th: `ปฏิเสธการเข้าถึง | เปิดใช้งาน javascript | ไม่ใช่หุ่นยนต์ | ปิดปรับปรุง | ลองใหม่อีกครั้ง`,
  ja: `
    アクセスが拒否 | アクセスできません | javascriptを有効 | ロボットではありません | メンテナンス中 |
    一時的に | しばらくしてから | お使いの地域`,
  zh: `
    访问被拒绝 | 拒绝访问 | 访问受限 | 禁止访问 | 启用javascript | 不是机器人 | 异常流量 | 系统维护 |
    维护中 | 暂时无法访问 | 请稍后再试 | 存取被拒 | 維護中 | 請稍後再試 | 安全验证`,
  ko: `
    접근이 거부 | 접속이 차단 | 접근 권한이 | 자바스크립트를 | 로봇이 아닙니다 | 점검 중 | 서비스 점검 |
    일시적으로 | 잠시 후 다시`,
})
