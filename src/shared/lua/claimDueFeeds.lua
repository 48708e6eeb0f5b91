-- Leases feeds whose poll is due: their time is pushed past the lease, so that a poller that dies only delays them.
-- KEYS 1 due feeds
-- ARGV 1 now, ms, 2 lease, ms, 3 most feeds to claim
-- Returns flat pairs: feed id, the time its poll was due, ms.
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[3])
for i = 1, #due, 2 do
  redis.call('ZADD', KEYS[1], tonumber(ARGV[1]) + tonumber(ARGV[2]), due[i])
end
return due
