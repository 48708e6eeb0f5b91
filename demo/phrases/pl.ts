import type { Phrases } from './types.ts'

/** Site furniture in Polish. */
export const polish: Phrases = {
  home: 'Strona główna',
  menu: ['Świat', 'Polityka', 'Gospodarka', 'Sport', 'Kultura', 'Nauka', 'Opinie'],
  by: 'Autor:',
  published: 'Opublikowano',
  search: 'Szukaj',
  share: [
    'Udostępnij na Facebooku',
    'Opublikuj na X',
    'Wyślij przez WhatsApp',
    'Wyślij e-mailem',
    'Kopiuj link',
  ],
  related: 'Czytaj także',
  mostRead: 'Najczęściej czytane',
  teasers: [
    'Dziesięć spacerów nad wodą na wolne przedpołudnie',
    'Warsztaty naprawcze wracają na nasze osiedla',
    'Quiz: czy śledzisz wydarzenia tygodnia?',
    'Jak upiec dobry chleb na zakwasie',
    'Krzyżówka: dzisiejszy diagram i wczorajsze rozwiązanie',
  ],
  newsletter: {
    title: 'Poranny list',
    text: 'Pięć historii na początek dnia, od poniedziałku do soboty o szóstej w Twojej skrzynce.',
    button: 'Zapisz się',
  },
  subscribe: {
    title: 'Dalsza część tylko dla prenumeratorów',
    text: 'Aby czytać dalej, wykup dostęp. Pierwszy miesiąc za 1 zł, rezygnacja w każdej chwili.',
    button: 'Zobacz oferty',
    signIn: 'Masz już prenumeratę? Zaloguj się',
  },
  cookies: {
    title: 'Szanujemy Twoją prywatność',
    text: 'My i nasi 142 partnerzy przechowujemy na Twoim urządzeniu informacje, takie jak pliki cookie, aby wyświetlać spersonalizowane reklamy i treści oraz mierzyć ich skuteczność. Wybór możesz zmienić w każdej chwili.',
    accept: 'Akceptuję wszystkie',
    reject: 'Ustawienia',
  },
  advertisement: 'Reklama',
  comments: 'komentarzy',
  topics: 'Tematy',
  promotion: 'Pobierz naszą aplikację i otrzymuj pilne wiadomości jako pierwszy',
  correction: 'Widzisz błąd? Napisz do redakcji.',
  agencyNote: 'Tekst dostarczyła agencja {agency}; redakcja nie wprowadzała zmian.',
  kicker: 'Ze świata',
  photo: 'Zdjęcie archiwalne',
  footer: ['O nas', 'Kontakt', 'Prywatność', 'Regulamin', 'Reklama', 'Praca'],
  rights: 'Wszelkie prawa zastrzeżone.',
  notFound: {
    title: 'Nie znaleziono strony',
    text: 'Szukana strona została przeniesiona lub już nie istnieje. Skorzystaj ze strony głównej albo wyszukiwarki.',
  },
}
