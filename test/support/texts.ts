/** A short report about one event, written for the tests. */
export interface Report {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** Four events that have nothing in common. */
export const reports = {
  ferry: {
    title: 'Ferry with 212 passengers runs aground off Tarvik',
    paragraphs: [
      'The ferry Sankt Olaf ran aground on a sandbank outside the harbour of Tarvik on Tuesday morning with 212 passengers on board, the Norvian coast guard said. Nobody was hurt, but it took rescue boats four hours to bring everybody ashore through heavy swell.',
      'Captain Ingrid Halvorsen told investigators that the steering had failed shortly after the ship left the pier. A tug from Brunnvik tried twice to pull the vessel free and broke off both times because the line parted.',
      'The shipping company Nordlinje cancelled all crossings until Friday and offered refunds. Divers will examine the hull for cracks before the next spring tide, when a third attempt is planned with two tugs.',
    ],
  },
  vaccine: {
    title: 'Regulator clears first malaria vaccine made in Kassali',
    paragraphs: [
      'The medicines agency of Kassali approved a malaria vaccine developed at the Obara Institute on Wednesday, the first that is produced entirely on the continent. Trials with 4,800 children in three provinces had shown protection of 78 percent over two years.',
      'Health minister Amina Dawuda said the first 600,000 doses would go to the northern districts, where the rains bring most infections. Nurses in 140 clinics have been trained since spring to give the three injections.',
      'Independent researchers called the result encouraging and asked for the complete data. The institute promised to publish them within a month and to follow the vaccinated children until they start school.',
    ],
  },
  budget: {
    title: 'Parliament in Lindhaven rejects budget by two votes',
    paragraphs: [
      'The parliament of Lindhaven voted down the budget of Prime Minister Pavel Strand late on Thursday, 101 votes against 99, after two deputies of his own party had refused to support higher fuel duties. It is the first such defeat in thirty years.',
      'Strand announced that he would present a new draft within ten days and ruled out an early election. Opposition leader Karla Vence called on him to resign and spoke of a government without a majority or a plan.',
      'Bond yields rose slightly in early trading on Friday. Economists at the Merkantil bank expect a compromise that delays the duties by a year and finances the gap of 1.3 billion crowns with the sale of port shares.',
    ],
  },
  comet: {
    title: 'Amateur astronomer finds comet that will pass in March',
    paragraphs: [
      'A schoolteacher from the village of Quilpa has discovered a comet with a telescope she built herself, the observatory on Cerro Alto confirmed on Saturday. The object will come closest to the Sun in March and may then be seen with the naked eye.',
      'Rosa Iturbide noticed the faint smudge while comparing two photographs taken an hour apart. She reported the position the same night, and observers on four islands found it where she had predicted it.',
      'By tradition the comet will carry her name. Its orbit takes some eleven thousand years, so that nobody has written down an earlier visit; astronomers hope to learn from its dust how the outer planets formed.',
    ],
  },
} as const satisfies Record<string, Report>

/** Names of the events. */
export const reportNames = Object.keys(reports) as readonly (keyof typeof reports)[]
