-- Commits one decision of the assigner: article, fingerprint, stories, events and outcome together, or nothing.
-- KEYS 1 lease, 2 commits, 3 events, 4 stories, 5 aliases, 6 clusters, 7 in flight, 8 ledger, 9 additions to the lexicon,
--      10 inputs, 11 stories kept apart, 12 last command obeyed, 13 answer to the command,
--      14 entry, 15 article, 16 fingerprint record chunk, 17 templates of the source, 18 generations of the
--      fingerprint index, 19 stem of the anchor partitions (14 to 19 are not touched when no article is committed), then
--      for every story its hash and its article set, then the hash of every article that moves
--      Keys made from a stem are in its slot: the prefix is the hash tag.
-- ARGV 1 fencing token, 2 number of this commit, 3 entry id or '', 4 entry time to live, s, 5 article time to live, s,
--      6 most events, 7 a hash of 4 bytes an anchor, which says its partition, packed, 8 anchors of 4 bytes, packed,
--      9 fingerprint record,
--      10 fingerprint time to live, s, 11 changes as JSON:
--        article: number of values that are the flat fields of the article hash
--        stories: list of {id, open, updated ms, fields: flat, articles: flat score, member,
--          absorbs: indexes into stories, loses: articles}
--        clusters: number of clusters; the id of each and its snapshot are values
--        events: list of the stories, as indexes; the flat fields of each are values, with '' for its `seq`
--        event: {values: number of values of an event, seq: which of them is its `seq`}
--        closedClusters: [id], aliases: flat
--        moved: list of flat fields of articles, apart: flat story id, JSON, together: [story id]
--      12 templates of the source, packed, or '' when nothing was learned, 13 outcome of the entry,
--      14 revision of the article: 1 when it is new, 15 generation of the fingerprint index,
--      16 what the article adds to the lexicon, or '', 17 the input, zstd, or '', 18 most inputs,
--      19 stream id of the command or '', 20 answer to it, 21 number of anchor partitions, then the values: of the article,
--      of the clusters, of the events
-- Returns `committed`, `repeat` (the article was committed before), `duplicate` (the article came through another
-- entry: the entry is dropped), `fenced` (another assigner is in charge) or `conflict` (the memory of the assigner is
-- stale). Beside `committed` nothing but the outcome of an entry is written.
--- @include settle
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'fenced' end
local entryId = ARGV[3]
if entryId ~= '' then
  local revision = tonumber(ARGV[14])
  local state = redis.call('GET', KEYS[14])
  local isSettled = state and state ~= 'in_flight' and string.sub(state, 1, 7) ~= 'failed:'
  if isSettled and revision == 1 then return 'repeat' end
  if revision > 1 and tonumber(redis.call('HGET', KEYS[15], 'revision') or '1') ~= revision - 1 then return 'repeat' end
  local owner = revision == 1 and redis.call('HGET', KEYS[15], 'entry')
  if owner == entryId then
    -- the article outlived what was known of its entry, which its feed listed again
    settle(KEYS[14], KEYS[7], KEYS[8], entryId, ARGV[13], ARGV[4])
    return 'repeat'
  end
  if owner then
    settle(KEYS[14], KEYS[7], KEYS[8], entryId, 'dropped:duplicate_url', ARGV[4])
    return 'duplicate'
  end
end
-- what it cannot read ends the script, and must do so before anything is written
local changes = cjson.decode(ARGV[11])
local number = tonumber(ARGV[2])
if tonumber(redis.call('GET', KEYS[2]) or '0') ~= number - 1 then return 'conflict' end
redis.call('SET', KEYS[2], number)

if ARGV[16] ~= '' then redis.call('RPUSH', KEYS[9], ARGV[16]) end
if ARGV[17] ~= '' then redis.call('XADD', KEYS[10], 'MAXLEN', '~', ARGV[18], '*', 'input', ARGV[17]) end
if ARGV[19] ~= '' then
  redis.call('SET', KEYS[12], ARGV[19])
  redis.call('SET', KEYS[13], ARGV[20], 'EX', 3600)
end

local firstStoryKey, taken = 20, 21
-- the next values
local function take(count)
  local from = taken + 1
  taken = taken + count
  return unpack(ARGV, from, taken)
end

if entryId ~= '' then
  redis.call('HSET', KEYS[15], take(changes.article))
  redis.call('EXPIRE', KEYS[15], ARGV[5])
  settle(KEYS[14], KEYS[7], KEYS[8], entryId, ARGV[13], ARGV[4])
  if ARGV[12] ~= '' then redis.call('SET', KEYS[17], ARGV[12], 'EX', ARGV[5]) end
  local record, place = ARGV[9], number % 256
  redis.call('SETRANGE', KEYS[16], place * #record, record)
  redis.call('EXPIRE', KEYS[16], ARGV[10])
  redis.call('HSETNX', KEYS[18], ARGV[15], number)
  redis.call('EXPIRE', KEYS[18], ARGV[10])
  local anchors, hashes, partitions, packed = ARGV[8], ARGV[7], tonumber(ARGV[21]), struct.pack('<I4', number)
  for at = 1, #anchors, 4 do
    local key, anchor = KEYS[19] .. struct.unpack('<I4', hashes, at) % partitions, string.sub(anchors, at, at + 3)
    local numbers = redis.call('HGET', key, anchor)
    -- 15 numbers of 4 bytes keep the hash in its compact form (64 bytes a value)
    if not numbers then
      redis.call('HSET', key, anchor, packed)
      if redis.call('HLEN', key) == 1 then redis.call('EXPIRE', key, ARGV[10]) end
    elseif #numbers < 60 then
      redis.call('HSET', key, anchor, numbers .. packed)
    end
  end
end

for i, story in ipairs(changes.stories) do
  local facts, articles = KEYS[firstStoryKey + (i - 1) * 2], KEYS[firstStoryKey + (i - 1) * 2 + 1]
  redis.call('HSET', facts, unpack(story.fields))
  if #story.articles > 0 then redis.call('ZADD', articles, unpack(story.articles)) end
  for _, id in ipairs(story.loses) do redis.call('ZREM', articles, id) end
  for _, other in ipairs(story.absorbs) do
    redis.call('ZUNIONSTORE', articles, 2, articles, KEYS[firstStoryKey + other * 2 + 1], 'AGGREGATE', 'MAX')
  end
  -- a story that can still be joined must not lose its `seq`
  for _, key in ipairs({ facts, articles }) do
    if story.open then redis.call('PERSIST', key) else redis.call('EXPIRE', key, ARGV[5]) end
  end
  redis.call('ZADD', KEYS[4], story.updated, story.id)
end
-- one by one: `unpack` fails on more than 8,000, and a script that fails half-way is not undone
for _ = 1, changes.clusters do redis.call('HSET', KEYS[6], take(2)) end
for _, id in ipairs(changes.closedClusters) do redis.call('HDEL', KEYS[6], id) end
local firstMovedKey = firstStoryKey + #changes.stories * 2
for i, fields in ipairs(changes.moved) do
  local article = KEYS[firstMovedKey + i - 1]
  -- one that has expired must not come back as a fragment that never expires
  if redis.call('EXISTS', article) == 1 then redis.call('HSET', article, unpack(fields)) end
end
if #changes.apart > 0 then redis.call('HSET', KEYS[11], unpack(changes.apart)) end
for _, id in ipairs(changes.together) do redis.call('HDEL', KEYS[11], id) end
if #changes.aliases > 0 then redis.call('HSET', KEYS[5], unpack(changes.aliases)) end

for _, story in ipairs(changes.events) do
  local fields = { take(changes.event.values) }
  fields[changes.event.seq] = redis.call('HINCRBY', KEYS[firstStoryKey + story * 2], 'seq', 1)
  redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[6], '*', unpack(fields))
end
return 'committed'
