/** Common characters as simplified and traditional pairs, one after the other. */
const simplifiedTraditional =
  '国國们們这這来來时時说說对對会會过過还還发發现現经經长長问問进進开開关關东東车車马馬门門见見员員场場业業动動务務华華军軍议議认認识識让讓请請论論设設计計记記许許证證评評语語误誤读讀' +
  '调調谈談谢謝责責败敗货貨质質购購贸貿费費资資赛賽赞贊赢贏环環产產亚亞亿億众眾优優传傳伤傷伦倫价價党黨兰蘭兴興内內决決况況净淨减減击擊刘劉则則刚剛创創别別剧劇办辦劳勞势勢协協单單卖賣' +
  '卫衛厅廳历歷压壓县縣参參双雙变變号號听聽启啟响響团團园園围圍图圖圆圓圣聖块塊坚堅坏壞声聲处處备備复復头頭夺奪奖獎妇婦学學宁寧实實审審宪憲宽寬宾賓导導将將尔爾层層岁歲岛島币幣师師带帶' +
  '帮幫并並广廣庆慶库庫应應庙廟废廢张張强強归歸当當录錄怀懷态態总總恶惡惊驚战戰户戶执執扩擴护護报報担擔拥擁择擇挥揮换換据據损損摄攝敌敵数數断斷无無旧舊显顯术術机機杀殺权權条條极極构構' +
  '枪槍标標样樣桥橋检檢楼樓欢歡欧歐残殘毁毀气氣汉漢汤湯汇匯沟溝没沒泽澤洁潔济濟测測浓濃涨漲渔漁湾灣温溫灭滅灾災灵靈炮砲点點烟煙热熱爱愛牵牽状狀独獨猎獵献獻玛瑪电電画畫疗療盘盤监監码碼' +
  '确確离離种種积積称稱稳穩穷窮竞競笔筆类類粮糧纪紀约約级級纯純纳納纷紛组組细細织織终終绍紹结結给給统統绝絕续續维維综綜绿綠编編缓緩缘緣网網罗羅罚罰职職联聯胜勝脑腦脸臉节節苏蘇药藥获獲' +
  '营營萨薩蓝藍虽雖补補装裝觉覺规規视視览覽触觸订訂训訓讯訊讲講访訪诉訴诊診词詞译譯试試诗詩话話该該详詳诺諾谁誰谋謀谓謂负負财財贡貢贫貧贯貫贵貴贺賀赔賠赖賴赶趕跃躍轨軌转轉轮輪软軟轻輕' +
  '载載较較辆輛辑輯输輸边邊达達迁遷运運违違连連迟遲适適选選递遞邓鄧邮郵郑鄭释釋针針钟鐘钢鋼钱錢铁鐵银銀链鏈销銷锁鎖锋鋒错錯锦錦键鍵镇鎮闭閉间間闻聞阳陽阴陰阵陣阶階际際陆陸陈陳险險' +
  '随隨隐隱难難雾霧静靜韩韓页頁顶頂项項顺順须須顾顧预預领領频頻题題额額风風飞飛饭飯馆館驱驅验驗骗騙鱼魚鲁魯鸟鳥鸡雞麦麥黄黃齐齊龙龍'

/** Characters that only written Cantonese uses, and often. */
const cantonese = '嘅咗喺佢哋唔啲嗰冇俾嚟睇嘢噉咁'

/** What a character tells of a Chinese text. */
const signs = { simplified: 1, traditional: 2, cantonese: 3 } as const

/** The sign of every code unit, 0 for most; characters of both scripts tell nothing. */
const signOfUnit: Uint8Array = buildSigns()

function buildSigns(): Uint8Array {
  const table = new Uint8Array(0x10000)
  const pairs = [...simplifiedTraditional]
  const scripts = [0, 1].map((side) => new Set(pairs.filter((_, index) => index % 2 === side)))
  const [simplified = new Set(), traditional = new Set()] = scripts
  for (const character of simplified.difference(traditional)) {
    table[character.charCodeAt(0)] = signs.simplified
  }
  for (const character of traditional.difference(simplified)) {
    table[character.charCodeAt(0)] = signs.traditional
  }
  for (const character of cantonese) table[character.charCodeAt(0)] = signs.cantonese
  return table
}

/** How a Chinese text is written. */
export interface HanProfile {
  readonly script: 'Hans' | 'Hant'
  readonly isCantonese: boolean
}

/** Share of Cantonese characters, of all, from which a text is written Cantonese. */
const cantoneseShare = 0.02

/** Counts the characters of a Chinese text that tell its script; `fallback` decides when there are none. */
export function profileHan(text: string, fallback: 'Hans' | 'Hant'): HanProfile {
  const tally = new Uint32Array(4)
  for (let index = 0; index < text.length; index++) {
    const sign = signOfUnit[text.charCodeAt(index)] ?? 0
    tally[sign] = (tally[sign] ?? 0) + 1
  }
  const [, simplified = 0, traditional = 0, found = 0] = tally
  const script = simplified > traditional ? 'Hans' : 'Hant'
  return {
    script: simplified === traditional ? fallback : script,
    isCantonese: found > 0 && found >= text.length * cantoneseShare,
  }
}
