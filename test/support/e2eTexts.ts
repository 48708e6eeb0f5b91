/** One article as a newsroom wrote it. */
export interface ArticleText {
  readonly lang: string
  readonly title: string
  readonly byline: string
  readonly paragraphs: readonly string[]
}

/** An agency's full report of the event (about 350 words). */
export const agencyReport: ArticleText = {
  lang: 'en',
  title: 'Cable car halts above Lake Arvenel, 74 passengers winched to safety',
  byline: 'Meridian Press',
  paragraphs: [
    'GRUNDALP, Switzerland (Meridian Press) — Rescue crews in the Swiss Alps winched 74 passengers to safety after a cable car to Mount Arvenel came to a halt 180 metres above Lake Arvenel with a damaged haul rope, the cantonal police of Uri said.',
    'Two cabins had been hanging over the water since 10:40 in the morning, when a sensor at the valley station of Grundalp detected broken wires in the rope and stopped the drive. The last passenger, a 71-year-old woman from Lucerne, was set down on the lake shore at 17:15, more than six and a half hours later.',
    '“Nobody was seriously hurt, and that is the news of the day,” said Regula Imhasly, who commanded the operation for the police. Nine people were taken to the hospital in Altdorf with signs of hypothermia; eight of them were discharged in the evening.',
    'Four helicopters of the air rescue service Alpina Rescue and 130 mountain guides, soldiers and firefighters took part. Gusts of up to 85 kilometres an hour over the ridge forced the crews to break off the flights twice, once for almost an hour.',
    'The operating company, Arvenelbahnen, said the haul rope had been replaced in 2021 and was last examined with magnets six weeks ago. “We do not understand yet why the wires gave way,” its director, Beat Zurfluh, told reporters at the valley station. “Until we do, not a single cabin will leave this building.”',
    'The Swiss Transportation Safety Investigation Board sent three engineers to Grundalp and took charge of a 12-metre section of the rope. Prosecutors in Altdorf opened an inquiry into possible negligence, which is routine after accidents of this kind.',
    'The aerial tramway, opened in 1974, carries about 310,000 visitors a year to the summit at 2,684 metres. It is the only link in winter for the 46 inhabitants of the hamlet of Oberarven, who will be supplied by helicopter for the time being, the mayor of Grundalp, Corina Danioth, announced.',
    'In 2017 a similar stop in the neighbouring valley of Meien kept 32 skiers in the air for four hours.',
  ],
}

/** The start of the agency's report as a paywalled paper shows it to everybody. */
export const truncatedCopy: ArticleText = {
  ...agencyReport,
  paragraphs: agencyReport.paragraphs.slice(0, 2),
}

/** A short report of another newsroom, in words of its own. */
export const shortRewrite: ArticleText = {
  lang: 'en',
  title: 'Passengers stranded for hours in Swiss cable car over Lake Arvenel',
  byline: 'Nora Whitcombe',
  paragraphs: [
    'All 74 people who spent much of the day dangling over Lake Arvenel in two cable car cabins are back on solid ground, police in the Swiss canton of Uri have confirmed.',
    'The cars stopped at 10:40 after broken wires were found in the haul rope of the Mount Arvenel line. Helicopters from Alpina Rescue lifted the passengers out one at a time, although strong wind twice brought the evacuation to a standstill.',
    'Police commander Regula Imhasly said no one had suffered serious injuries. Nine passengers were treated in Altdorf for hypothermia.',
    'Beat Zurfluh, who runs the operator Arvenelbahnen, said the line would stay shut until the cause was known. Swiss accident investigators have seized part of the rope at the Grundalp station, and prosecutors are looking into possible negligence.',
  ],
}

/** The same event, told by newsrooms writing in other languages. */
export const retellings = {
  german: {
    lang: 'de',
    title: 'Seilbahn bleibt über dem Arvenelsee stehen: 74 Fahrgäste aus der Luft gerettet',
    byline: 'Jürg Käslin',
    paragraphs: [
      'Grundalp – Sechseinhalb Stunden hingen zwei Kabinen der Luftseilbahn auf den Mount Arvenel in der Schweiz am Sonntag 180 Meter über dem Arvenelsee. Am frühen Abend waren alle 74 Fahrgäste in Sicherheit, wie die Kantonspolizei Uri mitteilte.',
      'Um 10.40 Uhr hatte ein Sensor in der Talstation Grundalp gebrochene Drähte im Zugseil gemeldet, der Antrieb schaltete sich ab. Vier Helikopter von Alpina Rescue holten die Menschen einzeln mit der Winde aus den Kabinen. Wegen Böen von 85 Kilometern pro Stunde mussten die Flüge zweimal unterbrochen werden. Insgesamt waren 130 Bergführer, Soldaten und Feuerwehrleute im Einsatz.',
      'Schwer verletzt wurde niemand, sagte Einsatzleiterin Regula Imhasly. Neun Personen kamen unterkühlt ins Spital nach Altdorf, acht konnten es noch am selben Abend wieder verlassen.',
      'Warum die Drähte rissen, ist unklar. Das Seil war 2021 ersetzt und vor sechs Wochen geprüft worden. Bevor die Ursache nicht feststehe, verlasse keine Kabine mehr die Station, versprach Beat Zurfluh, Direktor der Betreiberin Arvenelbahnen. Die Schweizerische Sicherheitsuntersuchungsstelle stellte ein zwölf Meter langes Stück des Seils sicher, die Staatsanwaltschaft ermittelt wegen Fahrlässigkeit.',
      'Für die 46 Einwohner des Weilers Oberarven ist die 1974 eröffnete Bahn im Winter die einzige Verbindung ins Tal. Sie werden vorläufig aus der Luft versorgt, kündigte Gemeindepräsidentin Corina Danioth an.',
    ],
  },
  vietnamese: {
    lang: 'vi',
    title: 'Thụy Sĩ: Cáp treo dừng giữa trời trên hồ Arvenel, giải cứu 74 hành khách',
    byline: 'Trần Minh Hà',
    paragraphs: [
      'Lực lượng cứu hộ Thụy Sĩ đã đưa toàn bộ 74 hành khách xuống đất an toàn sau khi hai cabin cáp treo lên núi Mount Arvenel dừng lại ở độ cao 180 mét phía trên hồ Arvenel vì dây cáp kéo bị hỏng, cảnh sát bang Uri cho biết.',
      'Sự cố xảy ra lúc 10 giờ 40 phút, khi cảm biến tại nhà ga Grundalp phát hiện các sợi thép bị đứt và tự động ngắt động cơ. Bốn trực thăng của Alpina Rescue cùng 130 hướng dẫn viên leo núi, binh sĩ và lính cứu hỏa được huy động. Gió giật tới 85 km/giờ khiến các chuyến bay phải tạm ngừng hai lần.',
      'Bà Regula Imhasly, chỉ huy chiến dịch, nói không ai bị thương nặng. Chín người được đưa tới bệnh viện ở Altdorf vì bị hạ thân nhiệt, tám người trong số đó đã xuất viện ngay trong buổi tối.',
      'Ông Beat Zurfluh, giám đốc công ty vận hành Arvenelbahnen, khẳng định tuyến cáp treo sẽ đóng cửa cho tới khi tìm ra nguyên nhân. Dây cáp được thay năm 2021 và mới kiểm tra cách đây sáu tuần. Cơ quan điều tra an toàn giao thông Thụy Sĩ đã thu giữ một đoạn cáp dài 12 mét, còn công tố viên ở Altdorf mở cuộc điều tra.',
      'Tuyến cáp hoạt động từ năm 1974 là đường đi duy nhất trong mùa đông của 46 người dân xóm Oberarven. Thị trưởng Grundalp, bà Corina Danioth, cho biết họ sẽ được tiếp tế bằng trực thăng.',
    ],
  },
  russian: {
    lang: 'ru',
    title: 'В Швейцарии 74 пассажира канатной дороги спасли с помощью вертолётов',
    byline: 'Ирина Савельева',
    paragraphs: [
      'В швейцарском кантоне Ури спасатели сняли 74 пассажиров с канатной дороги на гору Арвенель. Две кабины остановились на высоте 180 метров над озером Арвенель из-за повреждения тягового каната, сообщила полиция.',
      'Авария произошла в 10:40: датчик на нижней станции Грундальп обнаружил оборванные проволоки, и привод отключился. В операции участвовали четыре вертолёта службы «Альпина Рескью» и 130 горных проводников, солдат и пожарных. Порывы ветра до 85 километров в час дважды заставляли прерывать полёты.',
      'По словам руководившей операцией Регулы Имхасли, серьёзно никто не пострадал. Девять человек с признаками переохлаждения доставили в больницу Альтдорфа, восемь из них вечером отпустили домой.',
      'Директор компании «Арвенельбанен» Беат Цурфлу заявил, что дорога не откроется, пока не будет установлена причина. Канат заменили в 2021 году и проверяли шесть недель назад. Швейцарское ведомство по расследованию происшествий изъяло отрезок каната длиной 12 метров, прокуратура Альтдорфа начала проверку.',
      'Канатная дорога открыта в 1974 году и ежегодно перевозит около 310 тысяч человек. Зимой это единственный путь для 46 жителей деревни Оберарвен, их будут снабжать по воздуху, сказала мэр Грундальпа Корина Даниот.',
    ],
  },
} as const satisfies Record<string, ArticleText>

/** Two years before: the same people, another event. */
export const oldStory: ArticleText = {
  lang: 'en',
  title: 'Grundalp votes for a hydrogen bus and against a second car park',
  byline: 'Nora Whitcombe',
  paragraphs: [
    'The citizens of Grundalp have decided to spend 1.9 million francs on a hydrogen bus between the railway station and the cable car, while turning down plans for a second car park by 388 votes to 251.',
    'Mayor Corina Danioth called the result a clear instruction. “People want fewer cars in the village, and they are ready to pay for it,” she said after the assembly in the school gymnasium.',
    'Beat Zurfluh, director of Arvenelbahnen, had campaigned for the car park, which his company would have paid for in part. He said he would respect the decision and put timetables of tramway and bus together.',
    'Regula Imhasly, who heads the police post, welcomed that the narrow lane along the brook would be closed to visitors at weekends. Last summer her officers had written 1,140 parking fines there.',
    'The bus is to be ordered in spring and should run every twenty minutes from the following December.',
  ],
}

/** Two texts that have nothing to do with each other or with the cable car. */
export const harbourReport: ArticleText = {
  lang: 'en',
  title: 'Tidal turbine breaks loose off Skerrow, blocks ferry port',
  byline: 'Callum Reyd',
  paragraphs: [
    'A 340-tonne tidal turbine tore itself from the seabed off the island of Skerrow during the night and drifted into the approach of its only ferry port, leaving some 600 travellers stuck on the pier.',
    'The coastguard said the machine, built by the Danish company Nordhav Energi, had lost two of its three anchor chains in a swell of seven metres. A tug from Kirkholm was expected by the afternoon to tow it clear.',
    'Harbour master Ailsa Munro closed the port shortly before dawn. “It lies just below the surface with blades as long as a bus,” she said. “No captain in his right mind would try to pass it.”',
    'Nordhav Energi apologised to the islanders and promised to fly in medicine and fresh milk at its own cost. Shares of the company fell by 6 percent in Copenhagen.',
    'The turbine had supplied about 400 households since March. The island is running on its old diesel generators again.',
  ],
}

/** Letters beyond ASCII in it tell whether a page was decoded as it was written. */
export const bakeryReport: ArticleText = {
  lang: 'de',
  title: 'Älteste Bäckerei von Blöhnitz schließt nach 312 Jahren',
  byline: 'Änne Großkötter',
  paragraphs: [
    'Die Bäckerei Mühlhößer in Blöhnitz, gegründet im Jahr 1713, hat am Samstag zum letzten Mal geöffnet. Vor der Tür in der Färbergasse standen die Kunden schon um fünf Uhr früh bis hinüber zum Brückenköpfchen.',
    'Inhaber Götz Mühlhößer, 67 Jahre alt, fand trotz jahrelanger Suche keinen Nachfolger. „Drei Töchter, drei Ärztinnen – da bäckt keine mehr“, sagte er und lächelte dabei ein wenig müde.',
    'Für die Gewürzkringel nach dem überlieferten Rezept kamen Käufer aus ganz Sachsen. Das Rezept übergibt die Familie nun dem Stadtmuseum, das im Frühjahr eine Ausstellung über das Bäckerhandwerk eröffnet.',
    'Bürgermeisterin Käthe Löwe sprach von einem schmerzlichen Verlust für die Altstadt. Die Stadt prüfe, ob in den Räumen ein Café mit Backstube entstehen könne. Über Fördermittel in Höhe von 80.000 Euro soll der Stadtrat im März entscheiden.',
  ],
}
