import type { DemoEvent } from '../types.ts'

export const event: DemoEvent = {
  id: 'transfer-keeper-wenzel',
  startMinute: 1085,
  texts: [
    {
      key: 'wire',
      form: 'wire',
      lang: 'en',
      headline: 'FC Rheinstadt bring in goalkeeper Wenzel from Austrian side Traunau',
      dek: 'Austria international arrives on deadline day to compete with captain Vukelic',
      byline: 'Lewis Garrod',
      dateline: 'RHEINSTADT, Germany',
      paragraphs: [
        'FC Rheinstadt have signed goalkeeper Jannik Wenzel from the Austrian first-division club SK Traunau for 4.5 million euros, the German side said on Tuesday, shortly before the transfer window closed.',
        'The 27-year-old has agreed a contract until June 2029 with an option for a further year. He will wear the number 22 shirt.',
        'Wenzel kept 14 clean sheets in 32 league matches last season and saved four of the six penalties he faced. He has won three caps for Austria.',
        '“As a boy I stood behind this goal with my grandfather, because he came from the city,” Wenzel said. “Now I would like to stand in front of it.”',
        'For the time being he is to be the understudy to Ante Vukelic, the 35-year-old captain, whose contract ends next summer.',
        '“We have two number ones, and only one of them knows it yet,” coach Jorn Castrop said with a smile. He announced that Wenzel would start in the first round of the cup, a match postponed to 23 September.',
        'Rheinstadt needed a second goalkeeper after Fabian Loosen broke his wrist in training on 20 August. The reserve keeper, 19-year-old Emil Sarnow, had been on the bench in both matches so far.',
        '“Traunau were tough negotiators but fair ones,” sporting director Nele Brandhorst said. The two clubs reached agreement at 3 p.m., five hours before the deadline.',
        'Traunau, who face a Europa Conference League tie in two weeks, replaced Wenzel at once with the Slovenian Zan Prelog, 22, on loan from NK Podgaj.',
        'It was the fifth and last signing of the summer for Rheinstadt, who also completed the purchase of a striker earlier in the day.',
        'Wenzel will train with his new team for the first time on Thursday. He was not called up for Austria’s qualifiers this week.',
      ],
      daysBefore: 0,
    },
    {
      key: 'de',
      form: 'retelling',
      lang: 'de',
      headline: 'Traunaus Elfmeterkiller wechselt nach Rheinstadt',
      dek: 'Torhüter Jannik Wenzel unterschreibt bis 2029 und soll Vukelić beerben',
      byline: 'Verena Stöckl',
      dateline: 'Traunau',
      paragraphs: [
        'Vier von sechs Elfmetern hat Jannik Wenzel in der vergangenen Saison pariert. Nun verlässt der Tormann den österreichischen Bundesligisten SK Traunau: Für 4,5 Millionen Euro geht der 27-Jährige zum FC Rheinstadt nach Deutschland.',
        'Einig wurden sich die Vereine erst am Dienstagnachmittag, fünf Stunden bevor das Transferfenster schloss. „Die Traunauer haben hart verhandelt, aber fair“, sagte Rheinstadts Sportdirektorin Nele Brandhorst. Der Vertrag läuft bis 2029, danach kann er um ein Jahr verlängert werden.',
        'Für den dreifachen Teamspieler ist es eine Rückkehr zu den Wurzeln der Familie. Sein Großvater stammte aus Rheinstadt und nahm ihn als Buben oft mit hinter das Tor der Südkurve. „Jetzt möchte ich davor stehen“, sagte Wenzel.',
        'Einen Stammplatz hat er freilich nicht sicher. Kapitän Ante Vukelić, 35, bleibt vorerst die Nummer eins, sein Vertrag endet aber im Sommer. Im verschobenen Pokalspiel am 23. September darf Wenzel beginnen, versprach Trainer Jörn Castrop. Nötig geworden war der Transfer, weil sich Ersatzmann Fabian Loosen im Training das Handgelenk gebrochen hatte.',
        'In Traunau trauert man einem Publikumsliebling nach, der vierzehnmal ohne Gegentor blieb. Ersatz steht bereits parat: Der Slowene Žan Prelog, 22 Jahre alt, kommt leihweise von NK Podgaj und könnte schon in zwei Wochen im Europacup zwischen den Pfosten stehen.',
      ],
      daysBefore: 0,
    },
  ],
}
