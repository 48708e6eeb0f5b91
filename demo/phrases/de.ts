import type { Phrases } from './types.ts'

/** Site furniture in German. */
export const german: Phrases = {
  home: 'Startseite',
  menu: ['Politik', 'Wirtschaft', 'Panorama', 'Sport', 'Kultur', 'Wissen', 'Meinung'],
  by: 'Von',
  published: 'Veröffentlicht',
  search: 'Suche',
  share: [
    'Auf Facebook teilen',
    'Auf X posten',
    'Per WhatsApp senden',
    'Per E-Mail',
    'Link kopieren',
  ],
  related: 'Lesen Sie auch',
  mostRead: 'Meistgelesen',
  teasers: [
    'Zehn Radtouren für einen freien Nachmittag',
    'Warum die Werkstatt um die Ecke zurückkehrt',
    'Nachrichtenquiz: Wie gut kennen Sie die Woche?',
    'So gelingt das Roggenbrot ohne Backmaschine',
    'Kreuzworträtsel: das Gitter von heute',
  ],
  newsletter: {
    title: 'Der Morgenbrief',
    text: 'Fünf Geschichten für den Start in den Tag, montags bis samstags um sechs Uhr in Ihrem Postfach.',
    button: 'Anmelden',
  },
  subscribe: {
    title: 'Weiterlesen mit Plus',
    text: 'Dieser Artikel ist Abonnenten vorbehalten. Testen Sie alle Inhalte einen Monat für 1 Euro, jederzeit kündbar.',
    button: 'Zu den Angeboten',
    signIn: 'Bereits Abonnent? Hier anmelden',
  },
  cookies: {
    title: 'Ihre Privatsphäre ist uns wichtig',
    text: 'Wir und unsere 189 Partner speichern Informationen wie Cookies auf Ihrem Gerät, um personalisierte Werbung und Inhalte anzuzeigen und deren Leistung zu messen. Ihre Auswahl können Sie jederzeit in den Datenschutzeinstellungen ändern.',
    accept: 'Alle akzeptieren',
    reject: 'Einstellungen',
  },
  advertisement: 'Anzeige',
  comments: 'Kommentare',
  topics: 'Themen',
  promotion: 'Laden Sie unsere App und erhalten Sie Eilmeldungen als Erste',
  correction: 'Fehler gefunden? Schreiben Sie der Redaktion.',
  agencyNote:
    'Dieser Beitrag stammt von der Nachrichtenagentur {agency} und wurde nicht redaktionell bearbeitet.',
  kicker: 'Aus aller Welt',
  photo: 'Symbolfoto: Archiv',
  footer: ['Impressum', 'Kontakt', 'Datenschutz', 'AGB', 'Mediadaten', 'Karriere'],
  rights: 'Alle Rechte vorbehalten.',
  notFound: {
    title: 'Seite nicht gefunden',
    text: 'Die gesuchte Seite wurde verschoben oder existiert nicht mehr. Versuchen Sie es über die Startseite oder die Suche.',
  },
}
