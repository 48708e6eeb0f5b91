-- A visitor's request to a site has ended: the next one may start at a given time. Without a holder (it ran too long, and
-- another has entered) only the time is kept.
-- KEYS 1 site
-- ARGV 1 visitor, 2 now, ms, 3 earliest start of the next request, ms, 4 gap between starts to reckon with, ms
local now = tonumber(ARGV[2])
local known = redis.call('HMGET', KEYS[1], 'holder', 'next')
if known[1] == ARGV[1] then redis.call('HDEL', KEYS[1], 'holder', 'until') end
local start = math.max(tonumber(ARGV[3]), known[1] == ARGV[1] and 0 or tonumber(known[2] or 0))
redis.call('HSET', KEYS[1], 'next', start, 'gap', ARGV[4])
redis.call('PEXPIRE', KEYS[1], math.max(start - now, 0) + 60000)
return 1
