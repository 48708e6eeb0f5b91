/** Work that one process at a time does, by a lease. */
export type ChargeName = 'assigner' | 'webhook'

/**
 * The whole Redis keyspace. Every key starts with the prefix; on Redis Cluster the prefix is a hash tag, so that all
 * keys share a slot and one script can touch them.
 *
 * | key | type | content | writer | expiry |
 * | --- | --- | --- | --- | --- |
 * | `queue:*` | BullMQ | jobs of the stages | queues | by BullMQ |
 * | `feeds:due` | zset | feed id → time of the next poll, ms | poller | never |
 * | `feeds:paused` | set | ids of feeds that are followed and not polled | feeds command | never |
 * | `feeds:byhand` | set | ids of feeds that stay when FEEDS does not name them | feeds command | never |
 * | `feeds` | hash | feed id → address, validators, rhythm, health, packed | poller, feeds command | 30 days after it is removed |
 * | `feeds:titles` | hash | feed id → its title in a list | feeds command | 30 days after it is removed |
 * | `feeds:removed` | zset | feed id → when it was removed, ms | feeds command | 30 days later |
 * | `entry:<id>` | string | `in_flight`, or the outcome of the entry | settle, commit | ENTRY_TTL_HOURS after the outcome |
 * | `version:<entry id>:<feed id>` | string | digest of title and update time in the feed | poller | ENTRY_TTL_HOURS |
 * | `read:<job id>` | string | set once a later version of an entry was archived or replayed; the job id is entry and version | fetch, replay | ENTRY_TTL_HOURS |
 * | `subscriptions` | hash | feed id → hub, topic, secret, lease of a WebSub subscription (JSON) | poller, hub | when the feed is not followed any more |
 * | `subscriptions:due` | zset | feed id → when its hub is asked again, ms | subscriber | like the subscription |
 * | `inflight` | zset | entry id → first seen, ms | admit, settle, commit | never |
 * | `ledger` | hash | `seen`, and one counter an outcome | admit, settle, commit | never |
 * | `arrivals` | zset | job id of a page being read → its number in the order of arrival; a channel of this name tells whose turn it is | fetch, read | emptied as pages are read |
 * | `arrivals:last` | string | last of these numbers | fetch | never |
 * | `page:<job id>` | string | raw page, gzip or zstd, or brotli behind `br` | fetch | PAGE_TTL_HOURS, 15 minutes once read |
 * | `content:<entry id>` | string | article HTML carried by the feed, zstd | poller | PAGE_TTL_HOURS |
 * | `checks` | hash | entry id → entry, validators and digest of its page, JSON | fetch | after the last look (REVISION_CHECKS) |
 * | `checks:due` | zset | entry id → when its page is looked at again, ms | fetch | after the last look |
 * | `checks:<site>:<hour>` | string | looks at pages of the site in that hour | fetch | an hour |
 * | `blocks:<source>` | hash | `pages`, and page, block or whole short text → pages that had it | read | 30 days after the last page |
 * | `host:<site>` | hash | who has the turn and until when, earliest next start, gap, ms | host gate | a minute after that start |
 * | `host:<site>:<lane>` | zset | waiting visitor → its slot, ms | host gate | 10 min after the last slot |
 * | `robots:<origin>` | string | what its robots.txt says to us, zstd JSON | robots | 7 days |
 * | `article:<id>` | hash | text, metadata, story of an article | commit | ARTICLE_TTL_HOURS |
 * | `story:<id>` | hash | facts of a story, `seq` of its last event | commit | never while open, then ARTICLE_TTL_HOURS |
 * | `story:<id>:articles` | zset | article id → its time, ms | commit | like the story |
 * | `stories` | zset | story id → last event, ms | commit | trimmed with the stories |
 * | `aliases` | hash | merged story id → surviving id | commit | never: ids are for ever |
 * | `clusters` | hash | live cluster id → snapshot (JSON) | commit | when the story closes |
 * | `lexicon` | string | document frequencies, newest time; zstd JSON | assigner | never |
 * | `lexicon:since` | list | what each article since added to them, JSON, at most 512 | commit | emptied by the assigner |
 * | `commits` | string | number of commits so far | commit | never |
 * | `<charge>:lease` | string | fencing token of the process in charge; `assigner` or `webhook` | lease | seconds |
 * | `<charge>:fence` | string | last fencing token | lease | never |
 * | `clock:<source>` | string | how a publisher’s times lag behind ours, JSON | assigner | ARTICLE_TTL_HOURS |
 * | `templates:<source>` | string | page templates of a publisher, packed, at most 4 KB | commit | ARTICLE_TTL_HOURS |
 * | `copies:records:<n>` | string | 256 fingerprint records | commit | two windows |
 * | `copies:anchors:<generation>:<level>:<partition>` | hash | anchor → article numbers | commit | two windows |
 * | `copies:generations` | hash | generation → number of its first commit | commit | two windows |
 * | `inputs` | stream | what the assigner was given, zstd JSON, in the order of the commits | commit | INPUT_LOG_LENGTH |
 * | `apart` | hash | story id → stories it is kept apart from, JSON | commit | when the story closes |
 * | `commands` | stream | what operators want of stories | `wirefold story` | never: few |
 * | `commands:done` | string | stream id of the last command obeyed | commit | never |
 * | `commands:answer:<id>` | string | what became of a command, JSON | commit | an hour |
 * | `events` | stream | the output | commit, assigner | EVENTS_MAX_LENGTH, EVENTS_TTL_HOURS |
 * | `consumers` | hash | consumer group → where in the stream it began | consumer kit | never |
 * | `consumers:<group>:<story>` | string | numbers of the events the group has applied | consumer kit | 14 days after the last |
 * | `events:dead:<group>` | stream | events the group gave up, with the reason | consumer kit | 10,000 entries |
 * | `webhook` | hash | how the last attempt of the role `webhook` went: `result`, `reason`, `atMs` | webhook | never |
 * | `schema` | string | version of this keyspace | start-up | never |
 * | `demo` | string | set when the prefix holds the sample news web | start-up | never |
 * | `restoring` | string | set while a snapshot is restored: what is there is a part | restore | removed at its end |
 */
export function createKeys(prefix: string) {
  const key = (...parts: readonly (string | number)[]) => [prefix, ...parts].join(':')
  return {
    prefix,
    queues: key('queue'),
    feedsDue: key('feeds', 'due'),
    feeds: key('feeds'),
    feedTitles: key('feeds', 'titles'),
    feedsRemoved: key('feeds', 'removed'),
    feedsPaused: key('feeds', 'paused'),
    feedsByHand: key('feeds', 'byhand'),
    entry: (id: string) => key('entry', id),
    readVersion: (jobId: string) => key('read', jobId),
    subscriptions: key('subscriptions'),
    subscriptionsDue: key('subscriptions', 'due'),
    inFlight: key('inflight'),
    ledger: key('ledger'),
    arrivals: key('arrivals'),
    arrivalsLast: key('arrivals', 'last'),
    page: (jobId: string) => key('page', jobId),
    content: (entryId: string) => key('content', entryId),
    pageChecks: key('checks'),
    pageChecksDue: key('checks', 'due'),
    pageChecksOf: (site: string, hour: number) => key('checks', site, hour),
    blocks: (source: string) => key('blocks', source),
    host: (host: string) => key('host', host),
    hostLane: (site: string, lane: string) => key('host', site, lane),
    robots: (origin: string) => key('robots', origin),
    article: (id: string) => key('article', id),
    story: (id: string) => key('story', id),
    storyArticles: (id: string) => key('story', id, 'articles'),
    stories: key('stories'),
    aliases: key('aliases'),
    clusters: key('clusters'),
    lexicon: key('lexicon'),
    lexiconSince: key('lexicon', 'since'),
    commits: key('commits'),
    lease: (charge: ChargeName) => key(charge, 'lease'),
    fence: (charge: ChargeName) => key(charge, 'fence'),
    copyRecords: (chunk: number | '') => key('copies', 'records', chunk),
    clock: (source: string) => key('clock', source),
    templates: (source: string) => key('templates', source),
    version: (entryId: string, feedId: string) => key('version', entryId, feedId),
    copyAnchors: (...place: AnchorPlace) => key('copies', 'anchors', ...place),
    copyGenerations: key('copies', 'generations'),
    inputs: key('inputs'),
    apart: key('apart'),
    commands: key('commands'),
    commandsDone: key('commands', 'done'),
    commandAnswer: (id: string) => key('commands', 'answer', id),
    events: key('events'),
    consumerGroups: key('consumers'),
    consumerProgress: (group: string, story: string) => key('consumers', group, story),
    deadEvents: (group: string) => key('events', 'dead', group),
    webhook: key('webhook'),
    schema: key('schema'),
    demo: key('demo'),
    restoring: key('restoring'),
  }
}

/** Where a hash of anchors is; without its partition, the stem that `commit.lua` makes keys from. */
type AnchorPlace = readonly [generation: number, level: number, partition: number | '']

/** Builders of every key under one prefix. */
export type Keys = ReturnType<typeof createKeys>
