import type { Phrases } from './types.ts'

/** Site furniture in Italian. */
export const italian: Phrases = {
  home: 'Prima pagina',
  menu: ['Mondo', 'Politica', 'Economia', 'Sport', 'Cultura', 'Scienza', 'Opinioni'],
  by: 'di',
  published: 'Pubblicato il',
  search: 'Cerca',
  share: [
    'Condividi su Facebook',
    'Pubblica su X',
    'Invia con WhatsApp',
    'Invia per email',
    'Copia link',
  ],
  related: 'Leggi anche',
  mostRead: 'I più letti',
  teasers: [
    'Dieci passeggiate sul mare da finire prima di pranzo',
    'Il ritorno silenzioso delle botteghe di riparazione',
    'Quiz: quanto avete seguito le notizie della settimana?',
    'I segreti di un buon pane a lievitazione naturale',
    'Cruciverba: lo schema di oggi e la soluzione di ieri',
  ],
  newsletter: {
    title: 'La lettera del mattino',
    text: 'Cinque storie per cominciare la giornata, dal lunedì al sabato alle sei nella vostra casella di posta.',
    button: 'Iscriviti',
  },
  subscribe: {
    title: 'Contenuto riservato agli abbonati',
    text: 'Per continuare a leggere serve un abbonamento. Provate il primo mese a 1 euro, disdetta in qualsiasi momento.',
    button: 'Vedi le offerte',
    signIn: 'Già abbonato? Accedi',
  },
  cookies: {
    title: 'La vostra privacy è importante',
    text: 'Noi e i nostri 158 partner archiviamo informazioni sul vostro dispositivo, come i cookie, per mostrare annunci e contenuti personalizzati e misurarne le prestazioni. La scelta può essere modificata in qualsiasi momento.',
    accept: 'Accetta tutto',
    reject: 'Personalizza',
  },
  advertisement: 'Pubblicità',
  comments: 'commenti',
  topics: 'Argomenti',
  promotion: 'Scaricate la nostra app per ricevere per primi le notizie dell’ultima ora',
  correction: 'Avete notato un errore? Scrivete alla redazione.',
  agencyNote:
    'Questo articolo è stato fornito dall’agenzia {agency} e non è stato modificato dalla redazione.',
  kicker: 'Dal mondo',
  photo: 'Foto d’archivio',
  footer: ['Chi siamo', 'Contatti', 'Privacy', 'Condizioni d’uso', 'Pubblicità', 'Lavora con noi'],
  rights: 'Tutti i diritti riservati.',
  notFound: {
    title: 'Pagina non trovata',
    text: 'La pagina cercata è stata spostata o non esiste più. Provate dalla prima pagina o con la ricerca.',
  },
}
