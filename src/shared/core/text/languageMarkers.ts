/** Words and parts of words that some languages of a group have and their nearest relatives lack. */
export interface MarkerList {
  readonly langs: readonly string[]
  /** Whole words, lower case. */
  readonly words?: string
  /** Letters, roots and endings found anywhere. */
  readonly parts?: string
}

/** Languages that detectors mix up, with what tells them apart. Cyrillic Serbian is known by its script. */
export const markerGroups: readonly (readonly MarkerList[])[] = [
  [
    {
      langs: ['hr'],
      words:
        'tko netko nitko svatko tijekom unatoč glede sukladno primjerice premda usprkos nadalje što ' +
        'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenog ' +
        'studenoga studenome prosinca siječanj svibanj lipanj srpanj kolovoz rujan listopad studeni ' +
        'vlak vlaka vlakom otok otoka otoku otoci sat sudac suca suci glavni kut skrb skrbi no zbog',
      parts:
        'tjedan tjedn tisuć milijun nogomet zrakoplov sustav gospodarst glazb kazališ povijes znanost ' +
        'znanstv tvrtk priopć izvješć veleposlan ravnatelj sveučiliš udrug županij uhit uhić ubojstv ' +
        'ubojic odvjetn tužitelj zaklad putovnic nazoč uporab natjecan natječ cjepiv cijeplj liječnik ' +
        'promet kolodvor prosvjed odgoj obitelj dojam uvjet stupanj točk točn plaća tvornic potpor ' +
        'usporedb suradn suvremen sudjelov sudionic zastupni tajni europ kemij demokracij iznimn ' +
        'vjerojatn ured unutarnj vojarn časni postrojb zapovjed stožer utjeca razin ozljed ozlijeđ ' +
        'proračun glasova promidžb skladatelj redatelj gledatelj čitatelj mirovin obljetnic pozornost ' +
        'računal španjolsk kraljevst izvanred ustroj dvojb nadzor ispriča prigod organizira ' +
        'financij licenc opoziv zemljovid susret tipk imunološ stanic',
    },
    {
      langs: ['bs'],
      words: 'lahko lahka mehko vjerovatno također uopće šta historija historije historiji',
      parts:
        'sedmic histori saopć vjerovat ljekar općin bosansk kantona djelimičn obavijest uposleni ubijeđ',
    },
    {
      langs: ['bs', 'sr'],
      words:
        'ko neko niko svako šta hiljada hiljade hiljadu hiljadama milion miliona milioni tokom voz voza ' +
        'sudija sudije nivo nivou ostrvo ostrva ostrvu januara februara marta aprila maja juna jula ' +
        'avgusta septembra oktobra novembra decembra septembar oktobar novembar septembru oktobru novembru',
      parts:
        'fudbal avion muzik takmič porodic uslov tačk tačn saradn savremen učestv učesn poslani ' +
        'sekretar evrop hemij demokratij izuzetn unutrašnj utica povred povrijeđ budžet glasan reditelj ' +
        'gledaoc penzij godišnjic računar špani saobrać ubistv ubica advokat tužilac tužilaš fabrik ' +
        'podršk poređ stepen vakcin univerzitet protest ambasad finansij privred hapšen uhapš ' +
        'kancelarij milion',
    },
    {
      langs: ['sr'],
      words:
        'gde ovde negde nigde uvek pre posle vreme deo dela delu delova mesto mesta mestu svet sveta svetu ' +
        'reč reči rečima čovek čoveka deca dece deci dete deteta ceo cela celo cene cena vest vesti vek ' +
        'veka dve obe takođe uopšte sopstveni sopstvene bezbednost hleb vazduh pozorište istorija ' +
        'istorije hemija zvanično sledeći sledeće sledećeg umesto celu lep lepo telo tela videti voleo ' +
        'želeo hteo živeo razumeo uspeo leto reka reke dogodilo duž kaže',
      parts:
        'predsedn ponedelj nedelj sednic svetsk pobed promen primer namer zahtev poset sever seća ' +
        'obavešt izvešt savet zased mesec želez cvet podel vredn koren nasled spreč primen zamen izmen ' +
        'nemačk devojk devojč rešen reši bezbed opštin opšt saopšt organizov istori pesm pevač oseća ' +
        'uspeš uspeh deluj odeljenj obezbed sredin lečen lekar zvezd sused slede odbran ' +
        'mleko štab porodičn vođstv lepot medved razmen verov poveren oboleo oboleli poistovet usled ' +
        'donel prenel odnel podnel streljan bregov odeć strel umetn izveštaj',
    },
    {
      langs: ['hr', 'bs'],
      words:
        'gdje ovdje negdje nigdje uvijek prije poslije vrijeme dio dijela dijelu mjesto mjesta mjestu ' +
        'svijet svijeta svijetu riječ riječi čovjek čovjeka djeca djece djeci dijete djeteta cijeli cijela ' +
        'cijelo cijene cijena vijest vijesti dvije obje sigurnost općine umjesto lijepo tijelo tijela ' +
        'vidjeti kruh zrak vani slijedi',
      parts:
        'predsjedn ponedjelj nedjelj sjednic svjetsk pobjed promjen promijen primjer namjer zahtjev ' +
        'posjet sjever sjeć obavijest savjet zasjed mjesec želje željez cvijet podijel vrijedn korijen ' +
        'nasljed sprije primijen primjen zamjen izmjen njemačk djevojk djevojč rješen riješ sigurnos ' +
        'pjesm pjevač osjeć uspješ uspjeh djeluj odjel srijed liječ zvijezd zvjezd susjed sljede slijed ' +
        'općen vijeć smjest osigur vanjsk organizir ljepot medvjed razmjen vjerov povjer obolje ' +
        'poistovjet uslijed umjetn prebjeg strijelj odjeć',
    },
  ],
  [
    {
      langs: ['id'],
      words:
        'bahwa karena bisa kantor polisi mobil uang resmi serikat perusahaan inggris jerman prancis cina ' +
        'tewas saat pria kasus informasi departemen universitas kesehatan kualitas aktivitas sekretaris ' +
        'maret agustus juni juli desember persen coba mencoba mau berbagai setelah pengadilan senin kamis ' +
        'jumat yaitu saja beda berbeda miliar tentara teroris bisnis partai pemilu klub tanggal film ' +
        'musik olahraga korban istri putri dokter pasien kanker obat pajak properti pemerintah kepada ' +
        'pemain tim gubernur wakil mengungkapkan terkait namun tersebut rumah menyebut jaksa warga ' +
        'lewat bertemu butuh sepak olimpiade liga ia sekolah ujar penembakan',
    },
    {
      langs: ['ms'],
      words:
        'bahawa kerana boleh ialah kerajaan polis wang kereta pejabat syarikat britain perancis china ' +
        'universiti kualiti aktiviti maklumat kesihatan setiausaha kes mac ogos jun julai disember ' +
        'peratus cuba mahu pelbagai selepas mahkamah perlawanan isnin khamis jumaat ahad iaitu sahaja ' +
        'beza berbeza bilion tentera pengganas perniagaan parti kelab tarikh filem muzik sukan mangsa ' +
        'maut isteri puteri doktor pesakit barah ubat cukai hartanah kanak semasa suspek didakwa siasatan ' +
        'rawatan bandar turut akhbar ahli pasukan jutaan kemalangan hospital ramai tidak menerusi ' +
        'pengundi sebuah demi menentang demikian kesemua bertemu berjaya jawatan memaklumkan kapten',
    },
  ],
  [
    {
      langs: ['nn'],
      words:
        'ikkje eg ein eit kva kvifor korleis kven kvar frå vere vert vart blei ho dei meir berre nokon ' +
        'nokre noko sjølv mykje heim seier sidan medan etter saman no gjer gjere meg me vore skal kjem ' +
        'auka høve mellom òg fleire dykk einaste eigar går år',
      parts: 'heit leiing kvinner ingar einskild',
    },
    {
      langs: ['nb'],
      words:
        'ikke jeg en et hva hvorfor hvordan hvem hver fra være blir ble hun mer bare noen noe selv mye ' +
        'hjem sier siden mens etter sammen nå gjør gjøre meg vi vært kommer økt mellom også flere ' +
        'eneste av å ut opp uten mot',
    },
    {
      langs: ['da'],
      words:
        'ikke jeg en et hvad hvorfor hvordan hvem hver fra være bliver blev hun mere kun nogen nogle ' +
        'noget selv meget hjem siger siden mens efter sammen nu gør gøre mig været kommer mellem også ' +
        'flere eneste af at ud op uden mod lige',
    },
    {
      langs: ['sv'],
      words:
        'inte jag en ett vad varför hur vem från vara blir blev hon mer bara någon några något själv ' +
        'mycket hem säger sedan medan efter och att är för till av på ut upp utan mot nu gör göra mig vi ' +
        'varit kommer ökat mellan också flera enda om vid när som att inom innan fjol ska',
      parts: 'ä ö',
    },
    { langs: ['da', 'nb', 'nn'], words: 'og er til som på', parts: 'æ ø' },
  ],
  [
    {
      langs: ['gl'],
      words:
        'unha unhas máis hai polo pola polos polas non ata xa súa súas moi moito tamén despois entón ' +
        'ningún algún dun dunha nun nunha sen lle lles cando xente goberno luns xoves venres domingo ' +
        'cara fronte ao aos ás co coa cos coas estados este esta deste desta seu seus o os',
      parts: 'ción cións xu xe xo xa xi ñ',
    },
    {
      langs: ['pt'],
      words:
        'não uma umas um com em pelo pela pelos pelas são mais já até também quando após sua suas num ' +
        'numa há lhe ou às à muito depois então nenhum algum sem governo segunda quinta sexta ao aos o ' +
        'os seu seus',
      parts: 'ção ções ão õe ç lh nh gem',
    },
    {
      langs: ['es'],
      words:
        'el los las del una y con en es su al lo más ha la muy pero hay sus fue como también después ' +
        'cuando sin gobierno lunes jueves viernes domingo hasta ya unas',
      parts: 'ción ciones ñ ue ie',
    },
  ],
  [
    { langs: ['hi'], words: 'है हैं के का की में से पर को और ने लिए था थे थी एक यह कि नहीं हो' },
    {
      langs: ['mr'],
      words: 'आहे आहेत आणि नाही होते होता होती केले केली केला झाले झाली झाला यांनी असे हा ही हे साठी मध्ये',
      parts: 'च्या ळ साठी मध्ये ण्या ला',
    },
    { langs: ['ne'], words: 'छ छन् हुन् र लागि गरेको भएको', parts: 'लाई हरू को मा ले' },
  ],
  [
    { langs: ['sr'], words: 'је су ће од који која за', parts: 'ћ ђ' },
    { langs: ['mk'], words: 'ќе од дека се го ги на во ја со му биде има', parts: 'ќ ѓ ѕ' },
    { langs: ['bg'], words: 'ще от че се в на с', parts: 'ъ щ я ю й ь' },
    { langs: ['sr', 'mk'], parts: 'ј љ њ џ' },
  ],
  [
    {
      langs: ['nl'],
      words: 'het een en van zijn niet dat voor wordt werd naar ik ook is hij ze',
      parts: 'ij',
    },
    {
      langs: ['af'],
      words: "die 'n ’n het nie is en van vir word om wat sy ook na ek hy hulle",
      parts: 'sk',
    },
  ],
  [
    {
      langs: ['ty'],
      words: 'mau hoê hoe tei oia reira ite atoa vahi fare parau taata roto rave teie rahi pohe',
      parts: "f h'",
    },
    { langs: ['mi'], words: 'ki ka ngā nga he kua kei tērā whaka kāore', parts: 'wh ng k' },
  ],
]

/** Common words of languages that the detectors do not know and call by the name of another. */
export const rareLanguages: readonly MarkerList[] = [
  {
    langs: ['ku'],
    words:
      'û li ji bi bo ku ya yê yên di de dike dikin kir kirin ne jî ev ew xwe wî wê bû bûn dibe dibêje dê ' +
      'lê ser nav hat hatin bêyî hemû gelek piştî heye tê ber hêza vê wan wekî dikare dema',
  },
  {
    langs: ['ee'],
    words:
      'le si be nye na eye ame wo me kple ƒe ɖe gblɔ siwo dzi nu esi ke la nɔ mɔ kpɔ woƒe esime sia ŋu ' +
      'ame ɖo ɖeka tso o yi va ɖu',
  },
  {
    langs: ['ff'],
    words:
      'e nder ngam be wi’i yecci nden ha dow dou diga mo bo wonde fuu fahin on ɗum dum o ɓe ko mbo to ' +
      'ngal woni ɗon don nden jam haa',
  },
  {
    langs: ['bem'],
    words:
      'pali nshita ilyo umo elyo efyo ukuti ne mu pa ya aba ku ngefyo lintu abantu nomba uyu uwa mwaka ca ' +
      'palwa na ba no pakuti',
  },
]
