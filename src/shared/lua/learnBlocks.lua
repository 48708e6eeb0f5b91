-- Counts what one page of a source has and tells how often other pages had it before. A page that is known is not counted
-- again, and what it was counted with is not told of it: read once more it is to be cut as it was.
-- KEYS 1 blocks of the source
-- ARGV 1 time to live, s, 2 pages after which all counts are halved, 3 most fields kept, 4 key of the page, 5… block keys
-- Returns the other pages before, then their count of each block, in the order given.
local pages = tonumber(redis.call('HGET', KEYS[1], 'pages') or '0')
if pages >= tonumber(ARGV[2]) or redis.call('HLEN', KEYS[1]) > tonumber(ARGV[3]) then
  local all = redis.call('HGETALL', KEYS[1])
  for i = 1, #all, 2 do
    local half = math.floor(tonumber(all[i + 1]) / 2)
    if half == 0 then redis.call('HDEL', KEYS[1], all[i]) else redis.call('HSET', KEYS[1], all[i], half) end
  end
  pages = math.floor(pages / 2)
end
local added = redis.call('HSETNX', KEYS[1], ARGV[4], 1)
local others = { math.max(0, pages - 1 + added) }
for i = 5, #ARGV do
  local count = added == 1 and redis.call('HINCRBY', KEYS[1], ARGV[i], 1) or redis.call('HGET', KEYS[1], ARGV[i])
  others[#others + 1] = math.max(0, tonumber(count or '0') - 1)
end
redis.call('HSET', KEYS[1], 'pages', pages + added)
redis.call('EXPIRE', KEYS[1], ARGV[1])
return others
