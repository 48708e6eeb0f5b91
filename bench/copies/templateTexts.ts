/** A kind of look-alike page in one language; braces are slots, filled anew for every page. */
export interface TemplateText {
  readonly kind: string
  readonly lang: string
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Words a slot `{name}` is drawn from. */
  readonly pools: Readonly<Record<string, readonly string[]>>
  /** Ten places, games, exchanges, signs or matches. */
  readonly places: readonly string[]
}

/** A list written in one line. */
export const words = (list: string): readonly string[] => list.split('|')

const englishTowns = words(
  'Lindhaven|Morrow|Calder|Port Ellery|Ashcombe|Kelmarsh|Tarn Head|Ostley|Brackwater|Fenny Cross',
)
const englishClubs = words(
  'Calder Rovers|Morrow Town|Ashcombe|Port Ellery Athletic|Kelmarsh United|Ostley Albion|Tarn Head|Brackwater City|Fenny Cross|Lindhaven Rangers|Stokeley|Harrow Vale',
)

/** Written for this benchmark: six kinds of service page, eleven languages, 25 to 400 words. */
export const templateTexts: readonly TemplateText[] = [
  {
    kind: 'weather',
    lang: 'en',
    title: '{place} weather: {sky} on {weekday}',
    places: englishTowns,
    pools: {
      sky: words('sunny spells|low cloud|showers|early fog|gales|sleet'),
      wind: words('south-westerly|northerly|light and variable|brisk westerly'),
    },
    paragraphs: [
      'Here is the forecast for {place} and the villages around it for {weekday} {date}. Expect {sky} before noon, with the driest part of the day between {n:9-12} a.m. and {n:2-5} p.m.',
      'The temperature will climb to a maximum of {n:3-28} degrees and drop to {n:-6-12} degrees at night. There is a {n:5-95} per cent chance of rain and up to {n:1-30} millimetres may fall on high ground. Winds will be {wind} at {n:5-30} miles an hour, gusting to {n:31-70}.',
      'Sunrise is at {time} and sunset at {time}. Pollen is expected to stay low. The outlook for {place} is updated at 6 a.m., noon and 6 p.m. by our automatic service.',
    ],
  },
  {
    kind: 'weather',
    lang: 'de',
    title: 'Wetter in {place} am {date}',
    places: words(
      'Lindau|Talheim|Brunnwald|Neuenfeld|Kaltbach|Ostrode|Murgtal|Seehausen|Ilmstadt|Wernsee',
    ),
    pools: {
      himmel: words('heiter bis wolkig|stark bewölkt|zunächst neblig|regnerisch|sonnig'),
      wind: words('schwach aus Südwest|mäßig aus Nord|böig aus West'),
    },
    paragraphs: [
      'So wird das Wetter in {place}: Am {weekday} ist es {himmel}. Die Höchsttemperatur liegt bei {n:2-29} Grad, in der Nacht kühlt es auf {n:-7-14} Grad ab.',
      'Die Regenwahrscheinlichkeit beträgt {n:5-95} Prozent, die Niederschlagsmenge bis zu {n:0-25} Liter pro Quadratmeter. Der Wind weht {wind} mit bis zu {n:8-75} Kilometern pro Stunde. Die Sonne geht um {time} Uhr auf und um {time} Uhr unter.',
      'Die Luftfeuchtigkeit liegt bei {n:40-98} Prozent, der Luftdruck bei {n:985-1035} Hektopascal. Alle Angaben ohne Gewähr. Dieser Text wurde automatisch aus Messdaten erstellt.',
    ],
  },
  {
    kind: 'weather',
    lang: 'ru',
    title: 'Погода в городе {place} на {date}',
    places: words(
      'Озёрск|Лугань|Кедровый|Верхнее|Солнцево|Марьино|Тихвино|Заречье|Боровск|Яснополь',
    ),
    pools: {
      sky: words('переменная облачность|пасмурно, небольшой дождь|ясно|облачно с прояснениями'),
      wind: words('юго-западный|северный|восточный|западный'),
    },
    paragraphs: [
      'По данным синоптиков, {date} в городе {place} ожидается {sky}. Температура воздуха днём составит {n:1-30} градусов, ночью опустится до {n:-9-14} градусов.',
      'Ветер {wind}, скорость до {n:2-18} метров в секунду. Атмосферное давление {n:735-770} миллиметров ртутного столба, влажность воздуха {n:35-99} процентов. Вероятность осадков {n:0-100} процентов.',
      'Восход солнца в {time}, заход в {time}. Следующий прогноз погоды для жителей города {place} будет опубликован завтра утром.',
    ],
  },
  {
    kind: 'weather',
    lang: 'zh',
    title: '{place}{date}天气预报',
    places: words('青河市|南岭市|云台县|临江市|白石镇|东湖区|平安县|安宁市|北坡镇|西洲市'),
    pools: {
      sky: words('多云转晴|小雨|阴有阵雨|晴间多云|大雾'),
      wind: words('东北风|西南风|偏南风|北风'),
    },
    paragraphs: [
      '据{place}气象台预报，{date}全天{sky}，最高气温{n:3-36}摄氏度，最低气温{n:-8-22}摄氏度，{wind}{n:2-7}级，阵风可达{n:6-10}级，相对湿度百分之{n:30-99}。',
      '降水概率为百分之{n:0-100}，预计降水量{n:0-60}毫米。日出时间{time}，日落时间{time}。空气质量指数{n:20-210}。请市民出门注意安全，合理安排出行。本台将于傍晚发布下一次预报。',
    ],
  },
  {
    kind: 'weather',
    lang: 'vi',
    title: 'Dự báo thời tiết {place} ngày {date}',
    places: words(
      'An Lộc|Bình Sơn|Cẩm Thủy|Đông Hà|Gia Viễn|Hòa Khánh|Kim Bảng|Long Điền|Mỹ Tho|Phú Lương',
    ),
    pools: {
      sky: words('nhiều mây, có mưa rào|ít mây, trời nắng|có lúc có mưa|sáng sớm có sương mù'),
    },
    paragraphs: [
      'Theo Trung tâm dự báo khí tượng, ngày {date} khu vực {place} {sky}. Nhiệt độ cao nhất {n:22-39} độ C, nhiệt độ thấp nhất {n:12-21} độ C. Độ ẩm trung bình {n:50-99} phần trăm.',
      'Gió cấp {n:2-6}, giật cấp {n:6-9}. Lượng mưa dự kiến {n:0-120} milimét, khả năng mưa {n:0-100} phần trăm. Mặt trời mọc lúc {time} và lặn lúc {time}. Người dân {place} cần theo dõi bản tin tiếp theo vào 18 giờ.',
    ],
  },
  {
    kind: 'markets',
    lang: 'en',
    title: '{place} exchange closes {way} on {weekday}',
    places: englishTowns,
    pools: {
      way: words('higher|lower|flat'),
      sector: words('Banks|Utilities|Miners|Retailers|Insurers'),
    },
    paragraphs: [
      'The {place} exchange closed {way} on {weekday}. Its index of fifty leading shares ended the session at {n:5100-9300} points, a move of {d:0-3} per cent on the day, after trading between {n:5000-9000} and {n:5100-9400}.',
      'Some {n:110-890} million shares changed hands. Advancing issues numbered {n:4-46} and declining issues {n:4-46}. {sector} were the most active sector.',
      'A barrel of crude oil cost {d:55-98} dollars and an ounce of gold {n:1900-2900} dollars. The pound bought {d:1-2} dollars and {d:1-2} euros. The yield of the ten-year bond stood at {d:1-6} per cent. Prices are delayed by at least 15 minutes. This report was written by software from data of the exchange.',
    ],
  },
  {
    kind: 'markets',
    lang: 'es',
    title: 'La Bolsa de {place} cierra la sesión del {weekday} con {way}',
    places: words(
      'Santa Brisa|Valle Hondo|Cuenca Alta|Puerto Sol|Riofrío|Monteverde|Las Palmas|Torrejón|Alameda|Villarrica',
    ),
    pools: {
      way: words('ganancias|pérdidas|pocos cambios'),
      sector: words('la banca|la energía|el turismo|las constructoras'),
    },
    paragraphs: [
      'La Bolsa de {place} cerró este {weekday} con {way}. El índice principal terminó en {n:7000-12900} puntos, con una variación del {d:0-4} por ciento respecto a la jornada anterior, y acumula un {d:1-20} por ciento en lo que va de año.',
      'El volumen negociado alcanzó los {n:600-2400} millones de euros. Entre los valores destacó {sector}, con un movimiento del {d:1-9} por ciento. La prima de riesgo se situó en {n:55-180} puntos básicos.',
      'El barril de petróleo cotizaba a {d:55-98} dólares y el euro se cambiaba a {d:1-2} dólares. Información elaborada automáticamente con datos del mercado.',
    ],
  },
  {
    kind: 'markets',
    lang: 'ja',
    title: '{date}の{place}、終値{n:21000-39900}円',
    places: words(
      '東日取引所|西浜市場|北都市場|南港取引所|中央市場|青葉市場|港町取引所|山手市場|川崎野市場|海南取引所',
    ),
    pools: { way: words('続伸|反落|小幅高|大幅安') },
    paragraphs: [
      '{date}の{place}の株価指数は{way}し、終値は前日に比べ{n:12-890}円の変動となる{n:21000-39900}円だった。出来高は概算で{n:8-29}億株、売買代金は{n:21000-49900}億円だった。',
      '値上がり銘柄数は{n:200-1800}、値下がり銘柄数は{n:200-1800}、変わらずは{n:20-140}だった。外国為替市場では円相場が1ドル＝{d:110-160}円で取引された。長期金利の指標となる国債の利回りは{d:0-2}パーセントだった。この記事は取引所のデータから自動で作成されました。',
    ],
  },
  {
    kind: 'lottery',
    lang: 'en',
    title: '{place} results for {weekday} {date}',
    places: words(
      'Lotto Six|Daily Draw|Golden Ball|Harbour Lotto|Midweek Millions|Lucky Seven|County Draw|Thunder Ball|Rapid Five|Coast Lotto',
    ),
    pools: {},
    paragraphs: [
      'The winning numbers in the {place} draw on {weekday} {date} were {n:1-59}, {n:1-59}, {n:1-59}, {n:1-59}, {n:1-59} and {n:1-59}. The bonus ball was {n:1-59}.',
      'The jackpot was worth an estimated {d:1-20} million pounds and {n:0-3} tickets matched all six numbers. A further {n:1-60} players matched five numbers and the bonus ball, and {n:20-190} matched five numbers.',
      'Tickets cost £2 and can be bought until 7.30 p.m. on the day of the draw. The odds of matching all six numbers are one in 45,057,474, and the odds of winning any prize are one in 9.3. Players must be 18 or over. Winners have 180 days to claim a prize. If you are worried about your gambling, talk to the free and confidential helpline at any hour of the day. Keep your ticket in a safe place and sign the back of it.',
    ],
  },
  {
    kind: 'lottery',
    lang: 'pt',
    title: 'Resultado {place} concurso {n:2100-2990}',
    places: words(
      'Mega Sorte|Quina Real|Loto Fácil|Dupla Chance|Super Sete|Dia de Ouro|Loto Mania|Time Feliz|Trevo Mais|Sena Norte',
    ),
    pools: {},
    paragraphs: [
      'Foram sorteados na noite de {weekday}, {date}, os números da {place}: {n:1-60} - {n:1-60} - {n:1-60} - {n:1-60} - {n:1-60} - {n:1-60}.',
      'Houve {n:0-4} apostas ganhadoras com seis acertos. Com cinco acertos foram {n:20-140} apostas, que levam R$ {n:20000-89000} cada uma. Com quatro acertos, {n:2000-9800} apostas recebem R$ {n:500-1900}. O prêmio estimado para o próximo sorteio é de R$ {n:3-150} milhões.',
      'As apostas podem ser feitas até as 19h nas lotéricas de todo o país ou pela internet. A aposta mínima custa R$ 5.',
    ],
  },
  {
    kind: 'lottery',
    lang: 'ru',
    title: 'Результаты лотереи «{place}» за {date}',
    places: words(
      'Шесть шаров|Золотой ключ|Русский приз|Жар-птица|Удача|Большая игра|Северная|Пятёрка|Спринт|Фортуна',
    ),
    pools: {},
    paragraphs: [
      '{date} состоялся очередной тираж лотереи «{place}» под номером {n:1000-9900}. Выигрышная комбинация: {n:1-49}, {n:1-49}, {n:1-49}, {n:1-49}, {n:1-49}, {n:1-49}.',
      'Суперприз тиража составил {n:10-480} миллионов рублей. Всего выиграло {n:10000-89000} билетов. Проверить билет можно на сайте организатора или в любом киоске. Организатор напоминает, что получить выигрыш можно в течение 180 дней. Лицам до 18 лет участие запрещено.',
    ],
  },
  {
    kind: 'fixtures',
    lang: 'en',
    title: '{place} league: results and fixtures, {weekday} {date}',
    places: words('Northern|Southern|Valley|County|Coastal|Premier|Eastern|Harbour|Metro|Highland'),
    pools: { club: englishClubs },
    paragraphs: [
      'Results in the {place} league on {weekday}: {club} {n:0-5} {club} {n:0-5}; {club} {n:0-5} {club} {n:0-5}; {club} {n:0-5} {club} {n:0-5}; {club} {n:0-5} {club} {n:0-5}.',
      'Next round: {club} v {club} ({time}); {club} v {club} ({time}); {club} v {club} ({time}); {club} v {club} ({time}). All kick-off times are local and may be changed for television. Tickets are on sale at the grounds and from the clubs. Season ticket holders should bring their cards. Gates open ninety minutes before the match.',
    ],
  },
  {
    kind: 'fixtures',
    lang: 'it',
    title: '{place}, i risultati della {n:2-38}ª giornata',
    places: words(
      'Serie Nord|Serie Sud|Lega Adriatica|Lega Tirrenica|Prima Divisione|Coppa Laghi|Serie Alpina|Torneo Isole|Lega Padana|Serie Costa',
    ),
    pools: {
      club: words(
        'Borgo Alto|Sanvito|Portofiore|Castelnero|Monteluce|Valdora|Ripa|Torrebella|Acquaviva|Pian del Re',
      ),
    },
    paragraphs: [
      'Questi i risultati di {weekday} {date} in {place}: {club}-{club} {n:0-5}-{n:0-5}, {club}-{club} {n:0-5}-{n:0-5}, {club}-{club} {n:0-5}-{n:0-5}, {club}-{club} {n:0-5}-{n:0-5}.',
      'La classifica: {club} {n:20-80} punti, {club} {n:20-70}, {club} {n:15-60}, {club} {n:10-50}, {club} {n:5-40}. Le prime due sono promosse direttamente, dalla terza alla sesta disputano gli spareggi, le ultime tre retrocedono. Prossimo turno {weekday} alle {time}.',
    ],
  },
  {
    kind: 'fixtures',
    lang: 'tr',
    title: '{place} {date} maç programı',
    places: words(
      'Birinci Lig|İkinci Lig|Kıyı Ligi|Bölgesel Lig|Kadınlar Ligi|Gençler Ligi|Doğu Grubu|Batı Grubu|Kupa|Yıldızlar Ligi',
    ),
    pools: {
      club: words('Akçaspor|Denizkent|Yaylagücü|Bozdağ|Karşıyalı|Göltepe|Sarıçam|Ulupınar'),
    },
    paragraphs: [
      '{place} heyecanı {date} {weekday} günü oynanacak maçlarla devam ediyor. Günün programı şöyle: {club} - {club} saat {time}, {club} - {club} saat {time}, {club} - {club} saat {time}, {club} - {club} saat {time}.',
      'Geçen hafta oynanan karşılaşmalarda {club} sahasında {club} takımını {n:1-5}-{n:0-4} yendi. Ligde lider {club} {n:30-70} puanla ilk sırada yer alıyor. Maçlar şifresiz kanaldan naklen yayınlanacak. Biletler kulüp mağazalarında ve internette satışta.',
    ],
  },
  {
    kind: 'horoscope',
    lang: 'en',
    title: '{place} horoscope for {weekday} {date}',
    places: words('Aries|Taurus|Gemini|Cancer|Leo|Virgo|Libra|Scorpio|Sagittarius|Pisces'),
    pools: {
      love: words(
        'A quiet talk clears the air|Somebody from the past gets in touch|Patience pays off at home|Do not promise more than you can keep',
      ),
      work: words(
        'an old task returns to your desk|a colleague asks for advice|a bold idea finds support|small mistakes cost time',
      ),
      mood: words('calm|restless|cheerful|thoughtful|stubborn'),
      colour: words('blue|green|amber|crimson|white|violet'),
    },
    paragraphs: [
      'What do the stars hold for {place} on {weekday} {date}? Our astrologer has looked at the chart of the day for everyone born under the sign of {place}. Today your mood is {mood}.',
      'In love: {love}. At work {work}. With money: wait until {time} before you sign anything. Your lucky number is {n:1-99} and your lucky colour is {colour}. You get along best with {place2} today.',
      'Come back tomorrow for a new horoscope, or send your date of birth to our readers’ service for a personal chart. Horoscopes are meant as entertainment.',
    ],
  },
  {
    kind: 'horoscope',
    lang: 'fr',
    title: 'Horoscope {place} du {date}',
    places: words('Bélier|Taureau|Gémeaux|Cancer|Lion|Vierge|Balance|Scorpion|Sagittaire|Poissons'),
    pools: {
      amour: words(
        'une rencontre vous surprend|la patience sera récompensée|évitez les reproches|un message attendu arrive enfin',
      ),
      travail: words(
        'un dossier avance plus vite que prévu|on vous demande conseil|gardez vos projets pour vous',
      ),
    },
    paragraphs: [
      'Que vous réservent les astres ce {weekday} {date} si vous êtes {place} ? Côté cœur, {amour}. Côté travail, {travail}. Votre note de forme du jour : {n:1-10} sur 10.',
      'Votre chiffre porte-bonheur est le {n:1-99} et votre heure favorable se situe autour de {time}. Le signe allié du jour : {place2}. Retrouvez chaque matin votre horoscope gratuit, signe par signe, préparé par notre rédaction.',
    ],
  },
  {
    kind: 'live',
    lang: 'de',
    title: 'Live-Ticker: {club} gegen {club} am {weekday}',
    places: words(
      'Erste Liga|Zweite Liga|Pokal|Regionalliga|Frauenliga|Oberliga|Nachwuchsliga|Testspiele|Supercup|Hallenrunde',
    ),
    pools: {
      club: words(
        'Rot-Weiß Talheim|SV Neuenfeld|TSV Kaltbach|FC Murgtal|Eintracht Ilmstadt|Union Wernsee|Brunnwald 04',
      ),
      play: words(
        'Eckball ohne Folgen|Gelbe Karte nach einem Foul im Mittelfeld|Schuss über das Tor|Wechsel bei den Gästen|der Torwart hält sicher',
      ),
    },
    paragraphs: [
      'Willkommen zum Live-Ticker der {place}: Heute trifft {club} auf {club}. Anstoß ist um {time} Uhr. Alle wichtigen Szenen lesen Sie hier in Echtzeit, die Seite aktualisiert sich von selbst.',
      '{n:5-20}. Minute: {play}. {n:21-44}. Minute: {play}. {n:46-60}. Minute: {play}. {n:61-75}. Minute: Tor zum {n:1-3}:{n:0-2}. {n:76-90}. Minute: {play}.',
      'Zuschauer: {n:800-48000}. Schiedsrichter und Aufstellungen finden Sie in der Übersicht. Die Tabelle und die nächsten Begegnungen stehen im Ergebnisdienst.',
    ],
  },
  {
    kind: 'live',
    lang: 'en',
    title: '{place} traffic live: {weekday} {date}',
    places: englishTowns,
    pools: {
      road: words(
        'the A{n:10-99}|the M{n:2-60}|Harbour Road|Station Street|the ring road|Tollgate Bridge',
      ),
      cause: words(
        'a broken-down lorry|roadworks|an accident involving two cars|a burst water main|an earlier spill',
      ),
      effect: words(
        'one lane is closed|traffic is slow in both directions|expect delays of {n:5-50} minutes|the road has reopened',
      ),
    },
    paragraphs: [
      'Live updates on traffic and travel in {place} on {weekday} {date}. We will bring you the latest on roads, trains and buses throughout the day. Refresh this page for updates.',
      '{time}: {effect} on {road} because of {cause}. {time}: {effect} on {road} because of {cause}. {time}: {effect} on {road} because of {cause}. {time}: {effect} on {road} because of {cause}.',
      'Have you seen something? Send your pictures and reports to the newsroom. Never use your phone while driving. This blog closes at 8 p.m. and returns tomorrow at 6 a.m.',
    ],
  },
]

/** What sites add below every page of a kind: it makes skeletons longer and holds numbers that never change. */
export const footings: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Data comes from 214 measuring points and partners. Call the desk on 0300 555 0142 between 7 a.m. and 7 p.m., or write to Post Box 88, Morrow. Full terms apply and are on our site.',
    'You are reading a service page. It is produced without the help of a reporter and checked by an editor twice a day. Mistakes can be reported through the form at the foot of the page; we answer within 2 working days. Subscribers can have the page sent to their telephone every morning at 6.15 for 99 pence a month.',
  ],
  de: [
    'Quelle: Messnetz mit 180 Stationen. Fragen beantwortet unser Leserservice unter 0800 555 7710, montags bis freitags von 8 bis 18 Uhr.',
    'Dieser Beitrag gehört zu unserem kostenlosen Serviceangebot. Er wird ohne Zutun der Redaktion erzeugt und zweimal am Tag geprüft. Wer einen Fehler findet, kann ihn über das Formular am Ende der Seite melden. Abonnenten erhalten die Übersicht auf Wunsch jeden Morgen um 6 Uhr 15 auf ihr Telefon.',
  ],
  ru: [
    'Информация предоставлена 96 метеостанциями и партнёрами редакции. Телефон справочной службы 555-01-42, ежедневно с 8 до 20 часов.',
    'Материал подготовлен автоматически и проверен дежурным редактором. Если вы заметили ошибку, выделите её мышью и сообщите нам. Подписчики могут получать эту страницу каждое утро на телефон бесплатно.',
  ],
  zh: [
    '以上信息由自动系统生成，仅供参考。如有疑问请拨打服务热线五五五七七一零，工作时间为每天8时至20时。未经许可不得转载，违者将被追究责任。订阅用户可以在每天早上6点收到本页内容。',
  ],
  ja: [
    'この情報は参考のために提供するもので、投資の勧誘を目的としたものではありません。内容の正確さには注意を払っていますが、保証するものではありません。お問い合わせは平日9時から17時まで受け付けています。無断転載を禁じます。',
  ],
  vi: [
    'Thông tin do hệ thống tự động tổng hợp từ 64 trạm đo và chỉ có giá trị tham khảo. Mọi góp ý xin gửi về tòa soạn hoặc gọi đường dây nóng 1900 5550 trong giờ hành chính từ 8 giờ đến 17 giờ.',
  ],
  es: [
    'Datos ofrecidos con al menos 20 minutos de retraso. Esta página forma parte de nuestros servicios gratuitos y se actualiza 3 veces al día. Si detecta un error puede avisarnos en el teléfono 900 555 771 o con el formulario que encontrará al final.',
  ],
  pt: [
    'Confira os resultados anteriores no site. O bilhete premiado prescreve em 90 dias. Aposte com responsabilidade; o atendimento funciona no telefone 0800 555 0142, das 8h às 20h.',
  ],
  fr: [
    'Envie d’en savoir plus ? Appelez nos voyants au 08 99 55 51 42, de 8 h à 22 h, sept jours sur sept. Ce service est réservé aux personnes majeures et les prévisions n’engagent pas la rédaction.',
  ],
  it: [
    'Tutti i risultati, i marcatori e le statistiche sono disponibili nella sezione sport. Servizio a cura della redazione, aggiornato alle 23 di ogni giornata. Segnalazioni al numero 800 555 771.',
  ],
  tr: [
    'Bu sayfa otomatik olarak hazırlanmış ve günde 2 kez güncellenmektedir. Yanlışlık gördüğünüzde 0850 555 71 10 numaralı hattı arayabilirsiniz. Tüm hakları saklıdır.',
  ],
}
