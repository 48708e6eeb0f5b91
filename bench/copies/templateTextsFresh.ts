import { type TemplateText, words } from './templateTexts.ts'

/**
 * Kinds of service page that the template guard was not made with, twelve kinds in fourteen languages. They were written before
 * the rules they test and are not used to set lines.
 */
export const freshTemplateTexts: readonly TemplateText[] = [
  {
    kind: 'pollen',
    lang: 'en',
    title: 'Pollen count in {place}: {date}',
    places: words(
      'Wexcombe|Harlow Down|Stanmere|Coldridge|Upper Thorne|Marlsea|Pendle Cross|Ruxford|Ashby Quay|Thornwick',
    ),
    pools: {
      level: words('low|moderate|high|very high'),
      plant: words('grass|birch|oak|nettle|plantain|ash'),
    },
    paragraphs: [
      'The pollen count for {place} on {weekday} is {level}. Our station measured {n:2-240} grains of {plant} pollen and {n:2-90} grains of {plant} pollen per cubic metre of air.',
      'People with hay fever should keep windows shut between {n:5-8} a.m. and {n:9-11} a.m. Tomorrow the count is expected to be {level}. Fungal spores: {level}. Talk to a pharmacist if your symptoms do not improve.',
    ],
  },
  {
    kind: 'tides',
    lang: 'en',
    title: '{place} tide times, {weekday} {date}',
    places: words(
      'Gullane Sands|Port Merrin|Skerry Bay|Old Haven|Crabwell|Dunmouth|Saltholm|Westering|Kittle Point|North Quay',
    ),
    pools: {},
    paragraphs: [
      'High water at {place}: {time} ({d:3-7} m) and {time} ({d:3-7} m). Low water: {time} ({d:0-2} m) and {time} ({d:0-2} m). Sunrise {time}, sunset {time}.',
      'Heights are above chart datum. Times are local and do not allow for weather. Do not use this table for navigation.',
    ],
  },
  {
    kind: 'currency',
    lang: 'pl',
    title: 'Kursy walut, {place}, {date}',
    places: words(
      'kantor Rynek|kantor Dworzec|kantor Nowe Miasto|kantor Lipowa|kantor Wały|kantor Port|kantor Zamek|kantor Zielona|kantor Brama|kantor Młyn',
    ),
    pools: { ruch: words('umocnił się|osłabł|pozostał bez zmian') },
    paragraphs: [
      'W {weekday} {place} skupuje dolara po {d:3-4} zł, a sprzedaje po {d:3-5} zł. Euro kosztuje {d:4-5} zł, frank szwajcarski {d:4-5} zł, a funt {d:4-6} zł.',
      'Złoty {ruch} wobec dolara o {d:0-2} procent i {ruch} wobec euro o {d:0-2} procent. Kursy podajemy trzy razy dziennie. Nie stanowią one oferty w rozumieniu kodeksu cywilnego.',
    ],
  },
  {
    kind: 'fuel',
    lang: 'de',
    title: 'Spritpreise in {place}: Hier tanken Sie am {weekday} günstig',
    places: words(
      'Hohenau|Grünberg|Altfelden|Rosswick|Steinbach|Moorheim|Ulmenau|Kirchhain|Waldsee|Birkental',
    ),
    pools: {
      marke: words('freie Tankstelle|Nordöl|Autohof Süd|Markttankstelle|Raiffeisen'),
    },
    paragraphs: [
      'Wo ist Benzin in {place} am billigsten? Super kostete am {weekday}, {date}, um {time} Uhr im Schnitt {d:1-1} Euro, Diesel {d:1-1} Euro je Liter. Am günstigsten war die {marke} mit {d:1-1} Euro.',
      'Der Unterschied zwischen der teuersten und der billigsten Tankstelle betrug {n:3-25} Cent. Wer {n:40-60} Liter tankt, spart {n:2-14} Euro. Die Preise ändern sich im Laufe des Tages mehrmals; am Abend ist Tanken meist billiger als am Morgen.',
    ],
  },
  {
    kind: 'traffic',
    lang: 'nl',
    title: 'Files en wegwerkzaamheden rond {place}, {date}',
    places: words(
      'Veldhuizen|Oosterdam|Lindrecht|Westerhaven|Molenwijk|Zandbergen|Hoogveen|Kanaaldorp|Rietveen|Duinstad',
    ),
    pools: {
      weg: words('de A{n:1-79}|de N{n:201-399}|de ringweg|de Stationsweg'),
      reden: words('een ongeval|een pechgeval|werkzaamheden|drukte'),
    },
    paragraphs: [
      'Actuele verkeersinformatie voor {place} op {weekday} {date}. Op {weg} staat {n:2-18} kilometer file door {reden}; de vertraging is {n:5-55} minuten. Op {weg} is een rijstrook dicht door {reden}.',
      'Tussen {time} en {time} uur is {weg} afgesloten. Treinreizigers moeten rekening houden met een extra reistijd van {n:5-40} minuten. Bekijk voor vertrek altijd de laatste stand van zaken. Deze pagina wordt elke vijf minuten ververst.',
    ],
  },
  {
    kind: 'television',
    lang: 'sv',
    title: 'Tv-tablå: {place} {weekday} {date}',
    places: words(
      'Kanal Nord|Kanal Syd|Skärgårdstv|Fjälltv|Kulturkanalen|Filmkanalen|Sportkanalen|Barnkanalen|Nyhetskanalen|Musikkanalen',
    ),
    pools: {
      program: words(
        'Nyheter|Väder|Hem till gården|Mästarkocken|Deckare: Hamnen|Sportspegel|Naturens år|Frågesporten|Långfilm: Vintervägen|Allsång|Uppdrag vardag|Trädgårdstimmen',
      ),
    },
    paragraphs: [
      'Det här visas i {place} {weekday} {date}.',
      '{time} {program}. {time} {program}. {time} {program}. {time} {program}. {time} {program}. {time} {program}. {time} {program}. {time} {program}.',
      'Med reservation för sena ändringar i tablån.',
    ],
  },
  {
    kind: 'obituaries',
    lang: 'es',
    title: 'Esquelas de {place} del {date}',
    places: words(
      'Alborada|Peñablanca|San Telmo|Villanueva del Soto|Fuenclara|Robledal|Torrealta|Campohermoso|Marisma|Valdelagua',
    ),
    pools: {
      nombre: words(
        'Carmen|Antonio|María Luisa|José Ramón|Pilar|Francisco|Dolores|Manuel|Josefa|Ángel|Teresa|Vicente',
      ),
      apellido: words(
        'Robles|Ferrán|Cascales|Olmedo|Llorente|Quiroga|Sarmiento|Pardo|Valcárcel|Montero|Briones|Zabala',
      ),
      templo: words('la parroquia de San Juan|la iglesia de Santa Ana|el tanatorio municipal'),
    },
    paragraphs: [
      'Relación de fallecidos en {place} este {weekday}: {nombre} {apellido} {apellido}, de {n:58-99} años; {nombre} {apellido} {apellido}, de {n:58-99} años; {nombre} {apellido} {apellido}, de {n:58-99} años.',
      'Los funerales se celebrarán a las {time} en {templo} y a las {time} en {templo}. La familia agradece las muestras de cariño recibidas. Para publicar una esquela puede dirigirse a nuestras oficinas.',
    ],
  },
  {
    kind: 'tables',
    lang: 'fr',
    title: 'Classement {place} après la {n:2-34}e journée',
    places: words(
      'Ligue Atlantique|Ligue Alpine|Division Nord|Division Sud|Coupe des Vallées|Championnat Est|Ligue Azur|Division Ouest|Championnat Féminin|Ligue Espoirs',
    ),
    pools: {
      club: words(
        'Saint-Brévent|Montclair|AS Rivière|Olympique Lorval|Étoile Vernay|FC Courbelle|Racing Malmont|US Ardillac|Stade Penhoët|Entente Brisson',
      ),
    },
    paragraphs: [
      'Le classement de {place} au {date} : 1. {club}, {n:60-80} pts ; 2. {club}, {n:50-70} pts ; 3. {club}, {n:45-60} pts ; 4. {club}, {n:40-55} pts ; 5. {club}, {n:30-50} pts ; 6. {club}, {n:20-40} pts.',
      'Meilleur buteur : {club}, {n:8-30} buts. Prochaine journée {weekday} à {time}. Les deux premiers accèdent à la division supérieure ; le dernier est relégué.',
    ],
  },
  {
    kind: 'lottery',
    lang: 'ko',
    title: '{place} {n:900-1300}회 당첨번호',
    places: words(
      '나눔복권|행운로또|희망복권|대박로또|새벽복권|한강복권|남산로또|백두복권|푸른복권|별빛로또',
    ),
    pools: {},
    paragraphs: [
      '{date} {weekday} 추첨한 {place}의 당첨번호는 {n:1-45}, {n:1-45}, {n:1-45}, {n:1-45}, {n:1-45}, {n:1-45}번이며 보너스 번호는 {n:1-45}번이다.',
      '1등 당첨자는 모두 {n:1-20}명으로 각각 {n:10-40}억 원을 받는다. 2등은 {n:30-90}명, 3등은 {n:1000-3900}명으로 집계됐다. 당첨금은 지급 개시일로부터 1년 안에 찾아야 한다.',
    ],
  },
  {
    kind: 'weather',
    lang: 'ar',
    title: 'حالة الطقس في {place} يوم {weekday}',
    places: words(
      'النخيل|الواحة|الساحل الشرقي|جبل النور|وادي السلام|الميناء القديم|الربوة|عين الصفا|الروضة|تل الزهور',
    ),
    pools: {
      sky: words('صحو بوجه عام|غائم جزئيا|ممطر على فترات|مغبر|ضبابي في الصباح'),
      wind: words('شمالية غربية|جنوبية|شرقية معتدلة|غربية نشطة'),
    },
    paragraphs: [
      'تتوقع الأرصاد الجوية أن يكون الطقس في {place} يوم {weekday} {date} {sky}، وتبلغ درجة الحرارة العظمى {n:18-46} درجة مئوية والصغرى {n:4-28} درجة.',
      'وتكون الرياح {wind} بسرعة تصل إلى {n:10-60} كيلومترا في الساعة، والرطوبة {n:15-95} في المئة. وتنصح الإدارة المواطنين بمتابعة النشرات اليومية.',
    ],
  },
  {
    kind: 'horoscope',
    lang: 'hi',
    title: '{place} राशिफल {date}',
    places: words('मेष|वृषभ|मिथुन|कर्क|सिंह|कन्या|तुला|वृश्चिक|धनु|मकर'),
    pools: {
      kaam: words(
        'कार्यक्षेत्र में सराहना मिलेगी|पुराना काम पूरा होगा|नई योजना पर विचार करें|सहकर्मियों से मतभेद संभव है',
      ),
      dhan: words('धन लाभ के योग हैं|खर्च पर नियंत्रण रखें|निवेश सोच समझकर करें'),
      rang: words('लाल|हरा|नीला|पीला|सफेद'),
    },
    paragraphs: [
      '{place} राशि वालों के लिए {weekday} {date} का दिन कैसा रहेगा? {kaam}। {dhan}। परिवार के साथ समय बिताने का अवसर मिलेगा।',
      'शुभ अंक {n:1-99} और शुभ रंग {rang} है। यात्रा के लिए समय {time} के बाद अनुकूल रहेगा। ज्योतिषी की सलाह है कि सुबह सूर्य को जल अर्पित करें।',
    ],
  },
  {
    kind: 'markets',
    lang: 'el',
    title: 'Χρηματιστήριο {place}: κλείσιμο {weekday}',
    places: words('Αιγαίου|Ιονίου|Βορρά|Νότου|Πελάγους|Ανατολής|Κεντρικό|Θράκης|Κρητικό|Δυτικό'),
    pools: { way: words('με άνοδο|με πτώση|χωρίς μεγάλες μεταβολές') },
    paragraphs: [
      'Το χρηματιστήριο {place} έκλεισε {way} την {weekday} {date}. Ο γενικός δείκτης διαμορφώθηκε στις {n:600-1900} μονάδες, με μεταβολή {d:0-4} τοις εκατό, και ο τζίρος ανήλθε στα {n:20-190} εκατομμύρια ευρώ.',
      'Ανοδικά κινήθηκαν {n:10-90} μετοχές και πτωτικά {n:10-90}, ενώ {n:5-40} έμειναν αμετάβλητες. Το κείμενο συντάχθηκε αυτόματα.',
    ],
  },
  {
    kind: 'quakes',
    lang: 'id',
    title: 'Info gempa {place} {date}',
    places: words(
      'Teluk Damai|Pulau Karang|Tanjung Sari|Bukit Rimba|Muara Indah|Kota Pantai|Gunung Sepi|Lembah Hijau|Selat Biru|Pasir Jaya',
    ),
    pools: { arah: words('barat laut|timur laut|tenggara|barat daya') },
    paragraphs: [
      'Gempa bermagnitudo {d:2-5} mengguncang wilayah {place} pada {weekday}, {date} pukul {time}. Pusat gempa berada {n:8-150} kilometer {arah} {place} pada kedalaman {n:5-180} kilometer.',
      'Gempa tidak berpotensi tsunami. Informasi ini mengutamakan kecepatan sehingga hasil pengolahan data belum stabil dan dapat berubah. Masyarakat diimbau tetap tenang.',
    ],
  },
  {
    kind: 'pharmacies',
    lang: 'it',
    title: 'Farmacie di turno a {place} {weekday} {date}',
    places: words(
      'Montelago|Castel Verde|Rocca Alta|Pieve Nuova|Borgosole|Sant’Elmo|Vallescura|Portochiaro|Lagoscuro|Fontelunga',
    ),
    pools: {
      nome: words('Centrale|San Rocco|Moderna|del Ponte|Comunale 2|Al Duomo|Bianchi|Stazione'),
      via: words('via Roma|via Garibaldi|piazza del Popolo|corso Italia|viale dei Tigli'),
    },
    paragraphs: [
      'Le farmacie di turno a {place} per {weekday} {date}: Farmacia {nome}, {via} {n:1-90}; Farmacia {nome}, {via} {n:1-90}. Il turno di notte è coperto dalla Farmacia {nome}, {via} {n:1-90}.',
      'Il servizio notturno va dalle 20 alle 8.30. Per le urgenze chiamare la guardia medica. Gli orari possono cambiare senza preavviso.',
    ],
  },
]
