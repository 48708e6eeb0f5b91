import { type TemplateText, words } from './templateTexts.ts'

/** Nine more kinds in nine languages, written when the rules stood: their first measurement is what to expect of pages nobody has seen. */
export const laterTemplateTexts: readonly TemplateText[] = [
  {
    kind: 'flights',
    lang: 'en',
    title: 'Arrivals and departures at {place} today ({date})',
    places: words(
      'Calder International|Morrow Field|Ashcombe Airport|Ellery Airport|Kelmarsh Airfield|Tarn Airport|Ostley City|Brackwater East|Fenny Airport|Linden Airport',
    ),
    pools: {
      state: words('on time|delayed|boarding|cancelled|landed|diverted'),
      to: words('Lisbon|Oslo|Vienna|Porto|Malta|Cork|Athens|Riga|Nice|Bergen'),
    },
    paragraphs: [
      'Flight board of {place} on {weekday}. {to} {time} {state}. {to} {time} {state}. {to} {time} {state}. {to} {time} {state}. {to} {time} {state}. {to} {time} {state}.',
      'Passengers should be at the gate forty minutes before departure. The board is updated every quarter of an hour.',
    ],
  },
  {
    kind: 'births',
    lang: 'de',
    title: 'Geburten in {place}: Willkommen im {date}',
    places: words(
      'Hohenau|Grünberg|Altfelden|Rosswick|Steinbach|Moorheim|Ulmenau|Kirchhain|Waldsee|Birkental',
    ),
    pools: {
      kind: words('Emma|Paul|Mia|Jonas|Lina|Felix|Clara|Anton|Ida|Oskar|Nele|Theo'),
      eltern: words('Vogt|Kramer|Lindner|Seidel|Brandt|Winkler|Haase|Busch'),
    },
    paragraphs: [
      'In der Klinik {place} kamen diese Kinder zur Welt: {kind} {eltern}, {n:2400-4400} Gramm, {n:45-56} Zentimeter; {kind} {eltern}, {n:2400-4400} Gramm, {n:45-56} Zentimeter; {kind} {eltern}, {n:2400-4400} Gramm, {n:45-56} Zentimeter.',
      'Wir gratulieren den Eltern herzlich. Die Veröffentlichung erfolgt mit Einverständnis der Familien.',
    ],
  },
  {
    kind: 'air',
    lang: 'zh',
    title: '{place}空气质量日报（{date}）',
    places: words('青河市|南岭市|云台县|临江市|白石镇|东湖区|平安县|安宁市|北坡镇|西洲市'),
    pools: { level: words('优|良|轻度污染|中度污染'), dust: words('细颗粒物|臭氧|可吸入颗粒物') },
    paragraphs: [
      '{date}，{place}空气质量指数为{n:20-240}，空气质量等级为{level}，首要污染物是{dust}。细颗粒物浓度为每立方米{n:8-180}微克，臭氧浓度为每立方米{n:20-210}微克。',
      '预计未来两天空气质量以{level}为主。建议敏感人群减少户外活动。数据由环境监测站自动发布。',
    ],
  },
  {
    kind: 'menus',
    lang: 'sv',
    title: 'Veckans lunch på {place}, {date}',
    places: words(
      'Hamnkrogen|Torgets kök|Bruksgården|Stationen|Kvarnen|Sjöboden|Ladan|Gästis|Saluhallen|Parkcafét',
    ),
    pools: {
      ratt: words(
        'köttbullar med potatismos|stekt strömming|ärtsoppa och pannkakor|kycklinggryta|fiskgratäng|raggmunk med fläsk|vegetarisk lasagne|pytt i panna',
      ),
    },
    paragraphs: [
      'Det här serveras på {place} under veckan. Måndag: {ratt}. Tisdag: {ratt}. Onsdag: {ratt}. Torsdag: {ratt}. Fredag: {ratt}.',
      'Lunchen kostar {n:95-145} kronor och serveras mellan 11 och 14. Kaffe och sallad ingår alltid.',
    ],
  },
  {
    kind: 'reservoirs',
    lang: 'es',
    title: 'Nivel del embalse de {place} a {date}',
    places: words(
      'Alborada|Peñablanca|San Telmo|El Soto|Fuenclara|Robledal|Torrealta|Campohermoso|La Marisma|Valdelagua',
    ),
    pools: { via: words('ha subido|ha bajado|se mantiene') },
    paragraphs: [
      'El embalse de {place} almacena {n:12-420} hectómetros cúbicos y está al {n:15-98} por ciento de su capacidad. En la última semana {via} {d:0-6} puntos. Hace un año estaba al {n:15-98} por ciento.',
      'La media de los últimos diez años en esta semana es del {n:30-80} por ciento. Los datos se publican cada lunes y son provisionales.',
    ],
  },
  {
    kind: 'horoscope',
    lang: 'ja',
    title: '{place}の今日の運勢 {date}',
    places: words(
      'おひつじ座|おうし座|ふたご座|かに座|しし座|おとめ座|てんびん座|さそり座|いて座|やぎ座',
    ),
    pools: {
      love: words(
        '思いがけない出会いがありそう|素直な気持ちを伝えると吉|過去の人から連絡が来るかも',
      ),
      work: words('集中力が高まる一日|小さなミスに注意|先輩の助言が役に立つ'),
      item: words('青いハンカチ|銀の指輪|古い手帳|白い花'),
    },
    paragraphs: [
      '{date}の{place}の運勢をお届けします。恋愛運は、{love}。仕事運は、{work}。総合運は{n:1-100}点です。',
      '今日のラッキーアイテムは{item}、ラッキーナンバーは{n:1-99}です。明日の運勢は毎朝6時に更新します。',
    ],
  },
  {
    kind: 'outages',
    lang: 'ru',
    title: 'Отключение воды в районе {place} {date}',
    places: words('Заречный|Садовый|Лесной|Полевой|Горный|Озёрный|Степной|Речной|Солнечный|Новый'),
    pools: { street: words('Мира|Победы|Садовая|Школьная|Новая|Лесная|Гагарина|Чехова') },
    paragraphs: [
      '{date} в районе {place} с {time} до {time} не будет холодной воды по адресам: улица {street}, дома {n:1-40}, {n:41-90}; улица {street}, дома {n:1-40}, {n:41-90}.',
      'Причина отключения — плановый ремонт сетей. Приносим извинения за неудобства. Телефон диспетчерской службы работает круглосуточно.',
    ],
  },
  {
    kind: 'weather',
    lang: 'he',
    title: 'מזג האוויר ב{place} ביום {weekday}',
    places: words(
      'גבעת אורן|נחל שקד|עין תמר|כפר דקל|הר ברוש|נווה ים|בית זית|מעלה רימון|גני אלון|חוף ירדן',
    ),
    pools: { sky: words('בהיר|מעונן חלקית|גשום לפרקים|אביך|ערפילי בבוקר') },
    paragraphs: [
      'התחזית ל{place} ליום {weekday} {date}: {sky}. הטמפרטורה המרבית תהיה {n:14-39} מעלות והמזערית {n:3-25} מעלות. הלחות תגיע ל־{n:20-95} אחוזים.',
      'מהירות הרוח תהיה עד {n:8-60} קילומטרים בשעה. התחזית מתעדכנת שלוש פעמים ביום על ידי השירות המטאורולוגי.',
    ],
  },
  {
    kind: 'results',
    lang: 'cs',
    title: 'Výsledky dostihů: {place}, {weekday} {date}',
    places: words(
      'Horní Lhota|Bílé Pole|Dubina|Lesná|Kamenice|Rovina|Stará Louka|Vrbová|Zámecká|Třebín',
    ),
    pools: { kun: words('Vichr|Perla|Sokol|Bouře|Amulet|Zora|Rubín|Lada|Granit|Vesna') },
    paragraphs: [
      'Dostihový den na závodišti {place}: 1. dostih ({n:1000-3200} metrů): 1. {kun}, 2. {kun}, 3. {kun}, čas {n:60-200} sekund. 2. dostih ({n:1000-3200} metrů): 1. {kun}, 2. {kun}, 3. {kun}, čas {n:60-200} sekund.',
      'Výplata na vítěze byla {n:12-190} korun. Další dostihy se poběží příští týden. Výsledky jsou neoficiální.',
    ],
  },
]
