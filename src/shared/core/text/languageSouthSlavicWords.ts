/** Words and parts of words that some of the languages have and the others lack. */
export interface MarkerList {
  readonly langs: readonly string[]
  /** Whole words, lower case. */
  readonly words?: string
  /** Letters, roots and endings found anywhere. */
  readonly parts?: string
}

/**
 * Bosnian, Croatian and Serbian in Latin letters: by their words, and by `e` (Serbian) against `je` and
 * `ije` (the others) in the same roots. Serbian in Cyrillic is known by its letters.
 */
export const southSlavicMarkers: readonly MarkerList[] = [
  {
    langs: ['hr'],
    words:
      'tko netko nitko svatko tijekom unatoč glede sukladno primjerice premda usprkos nadalje ' +
      'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenog ' +
      'studenoga studenome prosinca siječanj svibanj lipanj srpanj kolovoz rujan listopad studeni ' +
      'vlak vlaka vlakom otok otoka otoku otoci sudac suca suci kut skrb skrbi',
    parts:
      'tjedan tjedn tisuć milijun nogomet zrakoplov sustav gospodarst glazb kazališ povijes znanost ' +
      'znanstv tvrtk priopć izvješć veleposlan ravnatelj sveučiliš udrug županij uhit uhić ubojstv ' +
      'ubojic odvjetn tužitelj zaklad putovnic nazoč uporab natjecan natječ cjepiv cijeplj liječnik ' +
      'promet kolodvor prosvjed odgoj obitelj dojam uvjet stupanj točk točn plaća tvornic potpor ' +
      'usporedb suradn suvremen sudjelov sudionic zastupni tajni europ kemij demokracij iznimn ' +
      'vjerojatn unutarnj vojarn časni postrojb zapovjed stožer utjeca razin ozljed ozlijeđ ' +
      'proračun glasova promidžb skladatelj redatelj gledatelj čitatelj mirovin obljetnic pozornost ' +
      'računal španjolsk kraljevst izvanred ustroj dvojb ispriča prigod organizira ' +
      'financij desetljeć opoziv zemljovid tipk imunološ stanic',
  },
  {
    langs: ['bs'],
    words: 'lahko lahka mehko vjerovatno također uopće šta historija historije historiji',
    parts:
      'sedmic histori saopć vjerovat ljekar općin bosansk kantona djelimičn uposleni ubijeđ dobija',
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
      'kancelarij milion deceni zvaničn',
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
      'donel prenel odnel podnel streljan bregov odeć strel umetn izveštaj ' +
      'najpre napred osmeh vetr veruj dečj letnj spoljn odsto',
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
      'poistovjet uslijed umjetn prebjeg strijelj odjeć ' +
      'najprije naprijed osmijeh vjet vjeruj dječj ljetn',
  },
]
