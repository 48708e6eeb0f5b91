/** What Arabic, Persian and Urdu write together with the word that follows, longest first. */
export const ARABIC_PREFIXES: readonly string[] = 'وبال وال بال فال كال کال لل ال و ب ل ف'.split(
  ' ',
)

/** What Hebrew writes together with the word that follows, longest first. */
export const HEBREW_PREFIXES: readonly string[] = 'וב ול ומ וה שב של מה ה ו ב ל מ ש כ'.split(' ')

/** Particles and titles Korean writes after a name, longest first. */
export const KOREAN_ENDINGS: readonly string[] = (
  '으로부터 에서는 에게서 이라고 이라는 에서도 에서 에게 으로 부터 까지 라고 라는 이나 이며 ' +
  '은 는 이 가 을 를 의 에 와 과 로 도 만 씨 사 시 주 군 상 호'
).split(' ')

/**
 * Characters with which Chinese spells foreign names, simplified and traditional: those of the usual transcription tables
 * for the syllables of European and Asian languages.
 */
export const HAN_NAME_CHARACTERS =
  '阿埃艾爱安奥昂巴班邦保鲍贝本比彼别宾波博布卜查达戴丹当德登迪蒂丁东杜敦多厄恩尔法凡范方菲费芬丰夫弗福富盖甘冈高' +
  '戈格葛根贡古瓜圭哈海汉豪赫黑亨洪胡华怀惠霍基吉季加佳贾坚简江杰金居卡凯坎康考柯科可克肯孔库夸奎昆拉莱赖兰朗劳勒' +
  '雷黎里理利莉力立连廉列林琳龙隆卢鲁路吕伦罗洛马玛麦迈曼芒毛梅门蒙孟米密敏明摩莫默姆木穆纳娜乃南瑙内嫩尼年宁纽农' +
  '努诺女欧帕派潘庞培佩彭皮匹平珀普其奇齐恰强乔切琴青琼丘屈热仁日荣茹儒瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申生圣施什石' +
  '史舒朔斯丝司松苏素索所塔太泰坦唐陶特滕提田铁廷通图土托陀瓦万汪旺威韦维伟魏温文翁沃乌武伍西希悉锡席喜夏香萧谢辛' +
  '欣兴雄休修许旭雪逊雅亚延扬杨耀耶叶依伊易因英永尤于约云赞泽曾扎詹张哲珍芝治朱祖佐茨愛奧貝賓達當東爾範費豐岡貢漢' +
  '華懷賈堅簡傑凱庫誇萊賴蘭勞蓮龍盧魯呂倫羅馬瑪麥邁門納內寧紐農諾歐龐齊強喬瓊薩賽紹聖絲蘇鐵圖萬韋維偉溫烏錫蕭謝興' +
  '許遜亞揚楊葉約雲贊澤紮張'
