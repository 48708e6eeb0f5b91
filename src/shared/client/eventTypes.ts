// Written by `npm run docs` from schemas.ts: change it there.

export type WirefoldEvent =
  StoryOpened | StoryJoined | ArticleRevised | StoryMerged | StorySplit | StoryUpdated | StoryClosed

export interface StoryOpened {
  specversion: '1.0'
  id: string
  source: 'wirefold'
  type: 'wirefold.story.opened.v1'
  time: string
  subject: string
  seq: string
  lang: string
  relation: string
  data: {
    story: WirefoldStory
    article: WirefoldArticle
    relation: WirefoldRelation
    receipt: {
      [k: string]: unknown
    }
  }
}
export interface WirefoldStory {
  id: string
  size: number
  headline: string
  languages: string[]
  sources: string[]
  openedAt: string
  updatedAt: string
  headlines?: {
    [k: string]: string
  }
  terms?: string[]
  names?: string[]
  firstAt?: string
  lastAt?: string
}
export interface WirefoldArticle {
  id: string
  url: string
  canonicalUrl: string
  title: string
  byline: string | null
  source: string
  feed: string
  lang: string
  publishedAt: string | null
  firstSeenAt: string
  lead: string
  wordCount: number
}
export interface WirefoldRelation {
  kind: 'original' | 'copy' | 'partial' | 'revision' | 'related' | 'translated'
  to: string | null
  jaccard: number | null
  containment: number | null
  credit: {
    agency: string
    evidence: string
  } | null
}
export interface StoryJoined {
  specversion: '1.0'
  id: string
  source: 'wirefold'
  type: 'wirefold.story.joined.v1'
  time: string
  subject: string
  seq: string
  lang: string
  relation: string
  data: {
    story: WirefoldStory
    article: WirefoldArticle
    relation: WirefoldRelation
    receipt: {
      [k: string]: unknown
    }
  }
}
export interface ArticleRevised {
  specversion: '1.0'
  id: string
  source: 'wirefold'
  type: 'wirefold.article.revised.v1'
  time: string
  subject: string
  seq: string
  lang: string
  relation: string
  data: {
    story: WirefoldStory
    article: WirefoldArticle
    relation: WirefoldRelation
    receipt: {
      [k: string]: unknown
    }
    revision: WirefoldRevision
  }
}
export interface WirefoldRevision {
  number: number
  grade: 'cosmetic' | 'shortened' | 'expanded' | 'fact_changed' | 'corrected' | 'retracted'
  titleChanged: boolean
  changedShare: number
  evidence: {
    [k: string]: unknown
  }
}
export interface StoryMerged {
  specversion: '1.0'
  id: string
  source: 'wirefold'
  type: 'wirefold.story.merged.v1'
  time: string
  subject: string
  seq: string
  lang: string
  relation: string
  data: {
    story: WirefoldStory
    /**
     * @minItems 1
     */
    merged: [string, ...string[]]
    receipt: {
      [k: string]: unknown
    }
  }
}
export interface StorySplit {
  specversion: '1.0'
  id: string
  source: 'wirefold'
  type: 'wirefold.story.split.v1'
  time: string
  subject: string
  seq: string
  lang: string
  relation: string
  data: {
    story: WirefoldStory
    to: string
    articles: {
      id: string
      url: string
    }[]
    toStory?: WirefoldStory
    receipt: {
      [k: string]: unknown
    }
  }
}
export interface StoryUpdated {
  specversion: '1.0'
  id: string
  source: 'wirefold'
  type: 'wirefold.story.updated.v1'
  time: string
  subject: string
  seq: string
  lang: string
  relation: string
  data: {
    story: WirefoldStory
    receipt: {
      [k: string]: unknown
    }
  }
}
export interface StoryClosed {
  specversion: '1.0'
  id: string
  source: 'wirefold'
  type: 'wirefold.story.closed.v1'
  time: string
  subject: string
  seq: string
  lang: string
  relation: string
  data: {
    story: WirefoldStory
  }
}

/** Names of the event types. */
export type WirefoldEventType = WirefoldEvent['type']
