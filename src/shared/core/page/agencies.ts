/** A news agency and the words by which pages credit it, in lower case. */
export interface Agency {
  readonly agency: string
  readonly names: readonly string[]
}

const agency = (name: string, names: string): Agency => ({
  agency: name,
  names: names.split(' | '),
})

/** Wire agencies whose texts other publishers print, with the spellings used in their readers' languages. */
export const agencies: readonly Agency[] = [
  agency(
    'AP',
    'ap | the associated press | associated press | ap news | ассошиэйтед пресс | ap通信 | 美联社 | أسوشيتد برس',
  ),
  agency(
    'Reuters',
    'reuters | thomson reuters | rtr | рейтер | рейтерс | reuters.com | ロイター | 路透社 | 路透 | 로이터 | رويترز | रॉयटर्स | ρόιτερς',
  ),
  agency(
    'AFP',
    'afp | agence france-presse | agence france presse | афп | afp通信 | afp時事 | 法新社 | أ ف ب | فرانس برس',
  ),
  agency('dpa', 'dpa | dpa-afx | deutsche presse-agentur | dpa/lby | dpa-infocom | дпа'),
  agency('AFX', 'afx | awp'),
  agency('SID', 'sid | sport-informations-dienst'),
  agency('epd', 'epd | evangelischer pressedienst'),
  agency('KNA', 'kna | katholische nachrichten-agentur'),
  agency('APA', 'apa | austria presse agentur'),
  agency('Keystone-SDA', 'sda | keystone-sda | ats | keystone-ats'),
  agency('TASS', 'tass | itar-tass | тасс | итар-тасс | 塔斯社'),
  agency('RIA Novosti', 'ria novosti | ria | риа новости | риа'),
  agency('Interfax', 'interfax | интерфакс | interfax-ukraine | інтерфакс-україна'),
  agency('Ukrinform', 'ukrinform | укрінформ | укринформ'),
  agency('UNIAN', 'unian | уніан | униан'),
  agency('Belta', 'belta | белта'),
  agency('Xinhua', 'xinhua | xinhua news agency | 新华社 | 新華社 | синьхуа'),
  agency('CNA', 'cna | central news agency | 中央社'),
  agency('Kyodo', 'kyodo | kyodo news | 共同 | 共同通信'),
  agency('Jiji', 'jiji | jiji press | 時事 | 時事通信'),
  agency('Yonhap', 'yonhap | yonhap news agency | 연합뉴스'),
  agency('PTI', 'pti | press trust of india | पीटीआई | भाषा'),
  agency('ANI', 'ani | asian news international | एएनआई'),
  agency('IANS', 'ians | आईएएनएस'),
  agency('APP', 'app | associated press of pakistan'),
  agency('BSS', 'bss | বাসস'),
  agency('Antara', 'antara | antaranews'),
  agency('Bernama', 'bernama'),
  agency('VNA', 'ttxvn | vna'),
  agency('Anadolu', 'aa | anadolu | anadolu agency | anadolu ajansı | الأناضول'),
  agency('DHA', 'dha | demirören haber ajansı'),
  agency('İHA', 'iha | i̇ha | ihlas haber ajansı'),
  agency('IRNA', 'irna | ایرنا'),
  agency('ISNA', 'isna | ایسنا'),
  agency('WAM', 'wam | وام'),
  agency('SPA', 'spa | واس'),
  agency('Petra', 'petra | بترا'),
  agency('MENA', 'mena | أ ش أ'),
  agency('EFE', 'efe | agencia efe'),
  agency('Europa Press', 'europa press | ep'),
  agency('Lusa', 'lusa | agência lusa'),
  agency('Agência Brasil', 'agência brasil | abr'),
  agency('Télam', 'télam | telam'),
  agency('ANSA', 'ansa'),
  agency('Adnkronos', 'adnkronos'),
  agency('AGI', 'agi'),
  agency('ANP', 'anp | algemeen nederlands persbureau'),
  agency('Belga', 'belga'),
  agency('Ritzau', 'ritzau | /ritzau/'),
  agency('TT', 'tt | tidningarnas telegrambyrå'),
  agency('NTB', 'ntb | ©ntb'),
  agency('STT', 'stt'),
  agency('PAP', 'pap | polska agencja prasowa'),
  agency('ČTK', 'čtk | ctk'),
  agency('TASR', 'tasr'),
  agency('MTI', 'mti'),
  agency('Agerpres', 'agerpres | mediafax'),
  agency('BTA', 'bta | бта'),
  agency('Tanjug', 'tanjug | танјуг'),
  agency('HINA', 'hina'),
  agency('ANA-MPA', 'ana-mpa | απε-μπε | απε'),
  agency('PA Media', 'pa media | press association | pa'),
  agency('UPI', 'upi | united press international'),
  agency('Canadian Press', 'the canadian press | canadian press | la presse canadienne | cp'),
  agency('AAP', 'aap | australian associated press'),
  agency('Bloomberg', 'bloomberg | bloomberg news | bloomberg l.p.'),
]

/** Names that mean other things too: they credit an agency only where a dateline or the text ends. */
export const ambiguousNames: ReadonlySet<string> = new Set(
  'aa abr agi ani anp antara apa app ats awp bss bta cna cp dha ep kna mena mti pa petra ria sda sid spa stt tt vna wam'.split(
    ' ',
  ),
)
