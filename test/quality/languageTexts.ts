/** A report and two headlines in one language, written for this test. */
export interface LanguageText {
  readonly lang: string
  readonly news: string
  readonly headlines: readonly [string, string]
}

const text = (lang: string, news: string, ...headlines: [string, string]): LanguageText => ({
  lang,
  news,
  headlines,
})

/** The same made-up town in thirty languages. */
export const languageTexts: readonly LanguageText[] = [
  text(
    'en',
    'The old bridge over the river was closed on Tuesday evening after engineers found cracks in two of its pillars. The town council said that repairs would take at least three months and asked drivers to use the road past the mill.',
    'Town closes old bridge after engineers find cracks',
    'Ferry will carry children to school from Monday',
  ),
  text(
    'de',
    'Die alte Brücke über den Fluss ist am Dienstagabend gesperrt worden, nachdem Fachleute Risse in zwei Pfeilern gefunden hatten. Nach Angaben der Stadt dauern die Arbeiten mindestens drei Monate; Autofahrer sollen die Straße an der Mühle nehmen.',
    'Stadt sperrt alte Brücke wegen Rissen in den Pfeilern',
    'Fähre bringt Kinder ab Montag zur Schule',
  ),
  text(
    'fr',
    'Le vieux pont sur la rivière a été fermé mardi soir après la découverte de fissures dans deux de ses piliers. La mairie prévoit au moins trois mois de travaux et demande aux automobilistes de passer par la route du moulin.',
    'Le vieux pont fermé après la découverte de fissures',
    'Un bac conduira les enfants à l’école dès lundi',
  ),
  text(
    'es',
    'El puente viejo sobre el río fue cerrado el martes por la noche después de que los ingenieros encontraran grietas en dos de sus pilares. El ayuntamiento calcula que las obras durarán al menos tres meses y pide a los conductores que usen la carretera del molino.',
    'Cierran el puente viejo tras hallar grietas en los pilares',
    'Una barca llevará a los niños a la escuela desde el lunes',
  ),
  text(
    'pt',
    'A ponte velha sobre o rio foi fechada na noite de terça-feira, depois que os engenheiros encontraram fissuras em dois dos seus pilares. A câmara municipal disse que as obras vão durar pelo menos três meses e pediu aos motoristas que usem a estrada do moinho.',
    'Ponte velha é fechada depois de achadas fissuras nos pilares',
    'Uma balsa levará as crianças à escola a partir de segunda-feira',
  ),
  text(
    'it',
    'Il vecchio ponte sul fiume è stato chiuso martedì sera dopo che i tecnici hanno trovato delle crepe in due piloni. Il comune prevede almeno tre mesi di lavori e invita gli automobilisti a passare dalla strada del mulino.',
    'Chiuso il vecchio ponte dopo la scoperta di crepe nei piloni',
    'Un traghetto porterà i bambini a scuola da lunedì',
  ),
  text(
    'nl',
    'De oude brug over de rivier is dinsdagavond afgesloten nadat ingenieurs scheuren hadden gevonden in twee pijlers. Volgens de gemeente duren de herstelwerkzaamheden minstens drie maanden; automobilisten moeten de weg langs de molen nemen.',
    'Gemeente sluit oude brug vanwege scheuren in de pijlers',
    'Veerpont brengt kinderen vanaf maandag naar school',
  ),
  text(
    'sv',
    'Den gamla bron över floden stängdes på tisdagskvällen sedan ingenjörer hittat sprickor i två av pelarna. Kommunen räknar med att arbetet tar minst tre månader och ber bilisterna att köra vägen förbi kvarnen.',
    'Gamla bron stängs efter att sprickor hittats i pelarna',
    'Färja tar barnen till skolan från och med måndag',
  ),
  text(
    'da',
    'Den gamle bro over floden blev lukket tirsdag aften, efter at ingeniører havde fundet revner i to af pillerne. Kommunen regner med, at arbejdet tager mindst tre måneder, og beder bilisterne om at bruge vejen forbi møllen.',
    'Den gamle bro lukkes, efter at der er fundet revner i pillerne',
    'En færge sejler børnene i skole fra på mandag',
  ),
  text(
    'fi',
    'Joen ylittävä vanha silta suljettiin tiistai-iltana, kun insinöörit löysivät halkeamia kahdesta sen pilarista. Kaupungin mukaan korjaustyöt kestävät vähintään kolme kuukautta, ja autoilijoita pyydetään käyttämään myllyn ohi kulkevaa tietä.',
    'Vanha silta suljettiin pilareista löytyneiden halkeamien vuoksi',
    'Lautta vie lapset kouluun maanantaista alkaen',
  ),
  text(
    'pl',
    'Stary most nad rzeką został zamknięty we wtorek wieczorem, gdy inżynierowie znaleźli pęknięcia w dwóch filarach. Władze miasta zapowiadają, że naprawa potrwa co najmniej trzy miesiące, i proszą kierowców o korzystanie z drogi koło młyna.',
    'Miasto zamyka stary most po znalezieniu pęknięć w filarach',
    'Od poniedziałku dzieci popłyną do szkoły promem',
  ),
  text(
    'cs',
    'Starý most přes řeku byl v úterý večer uzavřen poté, co inženýři našli praskliny ve dvou pilířích. Podle města potrvají opravy nejméně tři měsíce a řidiči mají používat silnici kolem mlýna.',
    'Město uzavřelo starý most kvůli prasklinám v pilířích',
    'Od pondělí bude děti do školy vozit přívoz',
  ),
  text(
    'sk',
    'Starý most cez rieku bol v utorok večer uzavretý po tom, čo inžinieri našli praskliny v dvoch pilieroch. Podľa mesta potrvajú opravy najmenej tri mesiace a vodiči majú používať cestu okolo mlyna.',
    'Mesto uzavrelo starý most pre praskliny v pilieroch',
    'Od pondelka bude deti do školy voziť kompa',
  ),
  text(
    'hu',
    'Kedd este lezárták a folyó feletti régi hidat, miután a mérnökök repedéseket találtak két pillérében. A város szerint a javítás legalább három hónapig tart, és arra kérik az autósokat, hogy a malom melletti utat használják.',
    'Lezárták a régi hidat, miután repedéseket találtak a pilléreiben',
    'Hétfőtől komp viszi iskolába a gyerekeket',
  ),
  text(
    'ro',
    'Podul vechi de peste râu a fost închis marți seara, după ce inginerii au găsit fisuri în doi dintre pilonii săi. Primăria spune că lucrările vor dura cel puțin trei luni și le cere șoferilor să folosească drumul de lângă moară.',
    'Podul vechi a fost închis după ce au fost găsite fisuri în piloni',
    'Un bac îi va duce pe copii la școală începând de luni',
  ),
  text(
    'bg',
    'Старият мост над реката беше затворен във вторник вечерта, след като инженери откриха пукнатини в две от колоните му. Общината съобщи, че ремонтът ще продължи поне три месеца, и помоли шофьорите да използват пътя край мелницата.',
    'Затвориха стария мост заради пукнатини в колоните',
    'От понеделник ферибот ще вози децата до училище',
  ),
  text(
    'ru',
    'Старый мост через реку закрыли во вторник вечером после того, как инженеры обнаружили трещины в двух опорах. В мэрии сообщили, что ремонт займёт не меньше трёх месяцев, и попросили водителей ездить по дороге мимо мельницы.',
    'Старый мост закрыли из-за трещин в опорах',
    'С понедельника детей в школу будет возить паром',
  ),
  text(
    'uk',
    'Старий міст через річку закрили у вівторок увечері, після того як інженери виявили тріщини у двох опорах. У міській раді повідомили, що ремонт триватиме щонайменше три місяці, і попросили водіїв їздити дорогою повз млин.',
    'Старий міст закрили через тріщини в опорах',
    'Від понеділка дітей до школи возитиме пором',
  ),
  text(
    'el',
    'Η παλιά γέφυρα πάνω από το ποτάμι έκλεισε το βράδυ της Τρίτης, αφού οι μηχανικοί βρήκαν ρωγμές σε δύο από τις κολόνες της. Ο δήμος ανακοίνωσε ότι οι εργασίες θα διαρκέσουν τουλάχιστον τρεις μήνες.',
    'Έκλεισε η παλιά γέφυρα μετά τις ρωγμές στις κολόνες',
    'Ένα καραβάκι θα πηγαίνει τα παιδιά στο σχολείο από Δευτέρα',
  ),
  text(
    'tr',
    'Nehrin üzerindeki eski köprü, mühendislerin iki ayağında çatlak bulması üzerine salı akşamı kapatıldı. Belediye, onarımın en az üç ay süreceğini açıkladı ve sürücülerden değirmenin yanındaki yolu kullanmalarını istedi.',
    'Eski köprü ayaklarındaki çatlaklar nedeniyle kapatıldı',
    'Çocukları pazartesiden itibaren okula feribot taşıyacak',
  ),
  text(
    'ar',
    'أُغلق الجسر القديم فوق النهر مساء الثلاثاء بعد أن عثر المهندسون على تشققات في اثنين من أعمدته. وقالت البلدية إن أعمال الإصلاح ستستغرق ثلاثة أشهر على الأقل، وطلبت من السائقين استخدام الطريق المار بالطاحونة.',
    'إغلاق الجسر القديم بعد العثور على تشققات في أعمدته',
    'عبّارة ستنقل الأطفال إلى المدرسة ابتداء من يوم الاثنين',
  ),
  text(
    'fa',
    'پل قدیمی روی رودخانه سه‌شنبه شب پس از آن بسته شد که مهندسان در دو ستون آن ترک پیدا کردند. شهرداری گفت که تعمیر پل دست کم سه ماه طول می‌کشد و از رانندگان خواست از جاده کنار آسیاب استفاده کنند.',
    'پل قدیمی پس از پیدا شدن ترک در ستون‌ها بسته شد',
    'از دوشنبه قایقی بچه‌ها را به مدرسه می‌برد',
  ),
  text(
    'he',
    'הגשר הישן מעל הנהר נסגר ביום שלישי בערב, לאחר שמהנדסים מצאו סדקים בשניים מעמודיו. בעירייה אמרו כי התיקון יימשך לפחות שלושה חודשים וביקשו מהנהגים להשתמש בדרך שליד הטחנה.',
    'הגשר הישן נסגר לאחר שנמצאו סדקים בעמודיו',
    'מעבורת תסיע את הילדים לבית הספר החל מיום שני',
  ),
  text(
    'hi',
    'नदी पर बना पुराना पुल मंगलवार शाम को बंद कर दिया गया, क्योंकि इंजीनियरों को उसके दो खंभों में दरारें मिलीं। नगर परिषद ने कहा कि मरम्मत में कम से कम तीन महीने लगेंगे और चालकों से चक्की के पास वाली सड़क से जाने को कहा।',
    'खंभों में दरारें मिलने के बाद पुराना पुल बंद',
    'सोमवार से बच्चों को नाव स्कूल ले जाएगी',
  ),
  text(
    'id',
    'Jembatan tua di atas sungai ditutup pada Selasa malam setelah para insinyur menemukan retakan pada dua tiangnya. Pemerintah kota mengatakan bahwa perbaikan akan memakan waktu sedikitnya tiga bulan dan meminta pengemudi melewati jalan di dekat penggilingan.',
    'Jembatan tua ditutup setelah retakan ditemukan pada tiangnya',
    'Kapal akan mengantar anak-anak ke sekolah mulai Senin',
  ),
  text(
    'vi',
    'Cây cầu cũ bắc qua sông đã bị đóng vào tối thứ Ba sau khi các kỹ sư phát hiện vết nứt ở hai trụ cầu. Chính quyền thị trấn cho biết việc sửa chữa sẽ mất ít nhất ba tháng và đề nghị tài xế đi theo con đường cạnh cối xay.',
    'Đóng cây cầu cũ sau khi phát hiện vết nứt ở trụ cầu',
    'Phà sẽ chở học sinh đến trường từ thứ Hai',
  ),
  text(
    'th',
    'สะพานเก่าข้ามแม่น้ำถูกปิดเมื่อค่ำวันอังคาร หลังจากวิศวกรพบรอยร้าวที่เสาสองต้น เทศบาลระบุว่าการซ่อมแซมจะใช้เวลาอย่างน้อยสามเดือน และขอให้ผู้ขับรถใช้ถนนข้างโรงสี',
    'ปิดสะพานเก่าหลังพบรอยร้าวที่เสา',
    'เรือข้ามฟากจะรับส่งเด็กไปโรงเรียนตั้งแต่วันจันทร์',
  ),
  text(
    'ja',
    '川に架かる古い橋が、二本の橋脚にひびが見つかったため火曜日の夜に閉鎖された。町によると修理には少なくとも三か月かかる見込みで、運転者には水車小屋の横の道を通るよう求めている。',
    '橋脚にひび、古い橋を閉鎖',
    '月曜日から渡し船で子どもたちが学校へ',
  ),
  text(
    'zh',
    '工程师在两个桥墩上发现裂缝之后，河上的老桥于星期二晚上关闭。镇政府表示，维修至少需要三个月，并请司机改走磨坊旁边的道路。',
    '桥墩出现裂缝，老桥关闭',
    '从星期一起渡船将送孩子们上学',
  ),
  text(
    'ko',
    '강을 가로지르는 오래된 다리가 두 개의 교각에서 균열이 발견된 뒤 화요일 저녁에 폐쇄되었다. 시는 수리에 적어도 석 달이 걸릴 것이라며 운전자들에게 방앗간 옆길을 이용해 달라고 요청했다.',
    '교각 균열 발견으로 오래된 다리 폐쇄',
    '월요일부터 나룻배가 아이들을 학교로 실어 나른다',
  ),
]
