import { listPhrases } from './phrases.ts'

/**
 * What requests for consent speak of, whatever their wording: parts of words in lower case, by subject. News about one
 * of the subjects rarely touches the others.
 */
export const consentSubjects: readonly (readonly string[])[] = [
  listPhrases({
    cookies: `
      cookie | kakor | eväste | informasjonskapsler | çerez | куки | クッキー | 쿠키 |
      ملفات تعريف | on your device | auf ihrem gerät | sur votre appareil | en su dispositivo |
      no seu dispositivo | sul vostro dispositivo | sul tuo dispositivo`,
  }),
  listPhrases({
    partners: `
      partner | vendors | partenaires | socios | proveedores | parceiros | fornecedores |
      fornitori | партнер | партнёр | kumppan | ortağ | ortakl | đối tác | パートナー | 파트너 |
      合作伙伴 | شركا`,
  }),
  listPhrases({
    advertising: `
      personalis | personaliz | advertis | werbung | anzeigen | publicité | publicidad | anuncios |
      anúncios | annunci | pubblicit | advertentie | annonser | annoncer | mainon | reklam |
      реклам | hirdet | quảng cáo | iklan | 広告 | 광고 | 广告 | إعلان`,
  }),
  listPhrases({
    choice: `
      your choice | your preferences | consent | settings | einwilligung | einstellungen | zustimm |
      auswahl | vos choix | consentement | paramètr | su elección | consentimiento | configur |
      sua escolha | consentimento | scelta | consenso | impostazioni | toestemming | keuze |
      samtycke | samtykke | suostumus | wybór | zgod | ustawien | souhlas | nastavení | выбор |
      соглас | настройк | вибір | згод | tercih | onay | seçim | lựa chọn | persetujuan | 同意 |
      設定 | 동의 | 설정 | موافق`,
  }),
  listPhrases({
    privacy: `
      privacy | privatsphäre | datenschutz | vie privée | données | privacidad | privacidade |
      riservatezza | integritet | personvern | privatliv | yksityisyy | prywatno | soukrom |
      конфиденц | ваших данны | приватн | gizlilik | quyền riêng tư | privasi | プライバシー |
      개인정보 | 隐私 | خصوصي`,
  }),
]
