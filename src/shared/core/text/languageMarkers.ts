import type { MarkerGroup } from './languageMarkerList.ts'
import { southSlavicMarkers } from './languageMarkersSlavic.ts'

/** Groups of relatives, with what tells their members apart. */
export const markerGroups: readonly MarkerGroup[] = [
  southSlavicMarkers,
  {
    script: 'Latn',
    lists: [
      {
        langs: ['id'],
        words:
          'bahwa karena bisa kantor polisi mobil uang resmi serikat perusahaan inggris jerman prancis cina ' +
          'tewas saat pria kasus informasi departemen universitas kesehatan kualitas aktivitas sekretaris ' +
          'maret agustus juni juli desember persen coba mencoba mau berbagai setelah pengadilan senin kamis ' +
          'jumat yaitu saja beda berbeda miliar tentara teroris bisnis partai pemilu klub tanggal film ' +
          'musik olahraga korban istri putri dokter pasien kanker obat pajak properti pemerintah ' +
          'tim gubernur mengungkapkan terkait menyebut jaksa ' +
          'lewat butuh sepak olimpiade ujar penembakan',
      },
      {
        langs: ['ms'],
        words:
          'bahawa apabila daripada setem kerana boleh ialah kerajaan polis wang kereta pejabat syarikat britain perancis china ' +
          'universiti kualiti aktiviti maklumat kesihatan setiausaha kes mac ogos jun julai disember ' +
          'peratus cuba mahu pelbagai selepas mahkamah perlawanan isnin khamis jumaat ahad iaitu sahaja ' +
          'beza berbeza bilion tentera pengganas perniagaan parti kelab tarikh filem muzik sukan mangsa ' +
          'maut isteri puteri doktor pesakit barah ubat cukai hartanah kanak semasa suspek didakwa siasatan ' +
          'rawatan bandar turut akhbar kemalangan hospital menerusi ' +
          'pengundi menentang demikian kesemua berjaya jawatan memaklumkan kapten',
      },
    ],
  },
  {
    script: 'Latn',
    lists: [
      {
        langs: ['nn'],
        words:
          'ikkje eg ein eit kva kvifor korleis kven kvar frå vere vert vart blei ho dei meir berre nokon ' +
          'nokre noko sjølv mykje heim seier sidan medan etter saman no gjer gjere meg me vore skal kjem ' +
          'auka høve mellom òg fleire dykk einaste eigar går år',
        parts: 'leiing kvinn ingar einskild inga arar',
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
  },
  {
    script: 'Latn',
    lists: [
      {
        langs: ['gl'],
        words:
          'unha unhas máis hai polo pola polos polas non ata xa súa súas moi moito tamén despois entón ' +
          'ningún algún dun dunha nun nunha sen lle lles cando xente goberno luns xoves venres domingo ' +
          'cara fronte ao aos ás co coa cos coas un vai gañar chuvia martes mércores é as seu seus o os',
        parts: 'ción cións xu xe xo xa xi ñ ía arse erse irse áns óns ións',
      },
      {
        langs: ['pt'],
        words:
          'não uma umas um com em pelo pela pelos pelas são mais já até também quando após sua suas num ' +
          'numa há lhe ou às à muito depois então nenhum algum sem governo segunda quinta sexta ao aos vai ' +
          'é as o os seu seus',
        parts: 'ção ções ão õe ç lh nh gem',
      },
      { langs: ['gl', 'pt'], words: 'do da dos das no na nos nas e a' },
      {
        langs: ['es'],
        words:
          'el los las del una y con en es su al lo más ha la muy pero hay sus fue como también después ' +
          'cuando sin gobierno lunes jueves viernes domingo hasta ya unas',
        parts: 'ción ciones ñ ía ue ie',
      },
    ],
  },
  {
    script: 'Deva',
    lists: [
      { langs: ['hi'], words: 'है हैं में और ने लिए था थे थी नहीं' },
      {
        langs: ['mr'],
        words: 'आहे आहेत आणि नाही होते होता होती केले केली केला झाले झाली झाला यांनी असे हा ही हे साठी मध्ये',
        parts: 'च्या ळ ण्या',
      },
      { langs: ['ne'], words: 'छ छन् हुन् र लागि गरेको भएको', parts: 'लाई हरू' },
    ],
  },
  {
    script: 'Arab',
    lists: [
      { langs: ['ckb'], parts: 'ێ ۆ ڵ ڕ' },
      { langs: ['fa'], words: 'که در به از را این است با برای می و' },
      { langs: ['ur'], words: 'کے کی میں ہے کا سے اور نے پر کو', parts: 'ٹ ڈ ڑ ے ں ہ' },
      { langs: ['ar'], words: 'في من على إلى أن التي هذا عن مع بعد', parts: 'ة إ أ' },
      { langs: ['ps'], words: 'د په چې کې او ته له', parts: 'ټ ډ ړ ښ ځ څ ې ۍ ږ' },
      { langs: ['sd'], words: '۾ جي جو ۽ کي', parts: 'ڪ ڻ ٻ ڄ ٿ ڳ ڏ ڙ' },
      { langs: ['ug'], parts: 'ۇ ۈ ې ڭ ۋ' },
    ],
  },
  {
    script: 'Cyrl',
    lists: [
      { langs: ['sr'], words: 'је су ће да који која у', parts: 'ћ ђ' },
      { langs: ['mk'], words: 'ќе од дека се го ги на во ја со му биде има', parts: 'ќ ѓ ѕ' },
      { langs: ['bg'], words: 'ще от че се в на с', parts: 'ъ щ я ю й ь' },
      { langs: ['sr', 'mk'], parts: 'ј љ њ џ' },
    ],
  },
  {
    script: 'Latn',
    lists: [
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
  },
  {
    script: 'Latn',
    lists: [
      {
        langs: ['ty'],
        words: 'mau hoê hoe tei oia reira ite atoa vahi fare parau taata roto rave teie rahi pohe',
        parts: "f h'",
      },
      { langs: ['mi'], words: 'ki ka ngā nga he kua kei tērā whaka kāore', parts: 'wh ng k' },
    ],
  },
]
