-- Counts the blocks at the edges of one page of a source and tells how often they were seen before.
-- KEYS 1 blocks of the source
-- ARGV 1 time to live, s, 2 pages after which all counts are halved, 3 most blocks kept, 4… block keys
-- Returns pages before, then the count before of each block, in the order given.
local pages = tonumber(redis.call('HGET', KEYS[1], 'pages') or '0')
local before = { pages }
if pages >= tonumber(ARGV[2]) or redis.call('HLEN', KEYS[1]) > tonumber(ARGV[3]) then
  local all = redis.call('HGETALL', KEYS[1])
  for i = 1, #all, 2 do
    local half = math.floor(tonumber(all[i + 1]) / 2)
    if half == 0 then redis.call('HDEL', KEYS[1], all[i]) else redis.call('HSET', KEYS[1], all[i], half) end
  end
  pages = math.floor(pages / 2)
  before[1] = pages
end
for i = 4, #ARGV do
  before[#before + 1] = tonumber(redis.call('HINCRBY', KEYS[1], ARGV[i], 1)) - 1
end
redis.call('HSET', KEYS[1], 'pages', pages + 1)
redis.call('EXPIRE', KEYS[1], ARGV[1])
return before
