/**
 * Words for the months as news sites write them, January first: nominative, genitive and abbreviated, in lower case,
 * without accents and full stops. Left out are words of two meanings: `listopad` is October in Croatian and November in
 * Polish, `lip` June and July.
 */
export const MONTH_WORDS: readonly string[] = [
  // January
  `january jan januar janner jaenner janvier janv enero ene gennaio gen janeiro januari janeari styczen stycznia sty leden ledna
   led januara sijecanj sijecnja ianuarie ian ocak oca tammikuu tammikuuta tammi jaanuar jaan janvaris janvari sausis sausio
   ιανουαριος ιανουαριου ιαν γεναρης январь января янв січень січня січ студзень студзеня януари яну јануар јануари јан
   يناير ינואר`,
  // February
  `february feb febr februar fevrier fevr fev febrero febbraio fevereiro februari luty lutego lut unor unora veljaca
   veljace februara februarie subat sub helmikuu helmikuuta helmi veebruar veebr februaris februari vasaris vasario
   φεβρουαριος φεβρουαριου φεβ φλεβαρης февраль февраля фев лютий лютого лют люты лютага февруари фебруар фебруари феб
   فبراير פברואר`,
  // March
  `march mar marz marzo mars marco maart mrt marzec marca brezen brezna ozujak ozujka marec martie mart maaliskuu
   maaliskuuta maalis marts marta kovas kovo marcius marc maret μαρτιος μαρτιου μαρ μαω μαρτης март марта мар березень березня
   бер сакавик сакавіка مارس מרץ`,
  // April
  `april apr avril avr abril abr aprile kwiecien kwietnia kwi duben dubna dub travanj travnja aprila aprilie nisan nis
   huhtikuu huhtikuuta huhti aprill aprilis aprili balandis balandzio απριλιος απριλιου απρ απριλης апрель апреля апр квітень
   квітня квіт красавік красавіка април ابريل אפריל`,
  // May
  `may mai mayo maggio mag maio mei maj maja kveten kvetna svibanj svibnja mayis toukokuu toukokuuta touko maijs maija geguze
   geguzes majus maju μαιος μαιου μαι μαης май мая травень травня трав май мај مايو מאי`,
  // June
  `june jun juni juin junio giugno giu junho czerwiec czerwca cze cerven cervna lipanj lipnja junij junija iunie iun
   haziran haz kesakuu kesakuuta kesa juuni junijs junija birzelis birzelio junius ιουνιος ιουνιου ιουν ιον ιουνης июнь июня июн
   червень червня черв чэрвень чэрвеня юни јун јуни يونيو יוני`,
  // July
  `july jul juli juillet juil julio luglio lug julho lipiec lipca cervenec cervence srpanj srpnja julij julija iulie
   iul temmuz tem heinakuu heinakuuta heina juuli julijs liepa liepos julius ιουλιος ιουλιου ιουλ ιολ ιουλης июль июля июл
   липень липня лип ліпень ліпеня юли јул јули يوليو יולי`,
  // August
  `august aug aout agosto ago augustus sierpien sierpnia sie srpen srpna kolovoz kolovoza avgust avgusta agustos elokuu
   elokuuta elo augusts augusta rugpjutis rugpjucio augusztus agustus αυγουστος αυγουστου αυγ август августа авг серпень серпня
   серп жнівень жніўня اغسطس אוגוסט`,
  // September
  `september sept sep septembre septiembre setiembre settembre set setembro wrzesien wrzesnia wrz zari rujan rujna
   septembra septembar septembrie eylul eyl syyskuu syyskuuta syys septembris septembri rugsejis rugsejo szeptember szept σεπτεμβριος
   σεπτεμβριου σεπ σεπτ сентябрь сентября сен сент вересень вересня вер верасень верасня септември септембар септембра سبتمبر
   ספטמבר`,
  // October
  `october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika paz rijen rijna
   oktobra oktobar octombrie ekim eki lokakuu lokakuuta loka oktoober oktobris oktobri spalis spalio οκτωβριος οκτωβριου οκτ октябрь
   октября окт жовтень жовтня жовт кастрычнік кастрычніка октомври октобар октобра اكتوبر אוקטובר`,
  // November
  `november nov novembre noviembre novembro studeni studenoga studenog novembra novembar noiembrie noi kasim kas marraskuu
   marraskuuta marras novembris novembri lapkritis lapkricio νοεμβριος νοεμβριου νοε ноябрь ноября ноя нояб листопад листопада
   лістапад лістапада ноември новембар новембра нов نوفمبر נובמבר`,
  // December
  `december dec dezember dez decembre diciembre dic dicembre dezembro desember des grudzien grudnia gru prosinec prosince
   prosinac prosinca decembra decembar decembrie aralik ara joulukuu joulukuuta joulu detsember dets decembris decembri gruodis gruodzio
   δεκεμβριος δεκεμβριου δεκ декабрь декабря дек грудень грудня груд снежань снежня декември децембар децембра ديسمبر דצמבר`,
]

/** Words for the halves of the day, in lower case; Korean, Chinese and Japanese put them before the time. */
export const HALF_DAY_WORDS = {
  morning: ['am', 'a.m.', 'a.m', 'π.μ.', 'πμ', '오전', '上午', '午前'],
  afternoon: ['pm', 'p.m.', 'p.m', 'μ.μ.', 'μμ', '오후', '下午', '午後'],
} as const
