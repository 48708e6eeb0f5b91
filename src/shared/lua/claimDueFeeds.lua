-- Leases feeds whose poll is due: their time is pushed past the lease, so that a poller that dies only delays them.
-- KEYS 1 due feeds, 2 states of feeds
-- ARGV 1 now, ms, 2 lease, ms, 3 most feeds to claim
-- Returns flat triples: feed id, the time its poll was due, ms, its state (empty when it has none).
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[3])
local claimed, leased, ids = {}, {}, {}
local lease = tonumber(ARGV[1]) + tonumber(ARGV[2])
for i = 1, #due, 2 do
  leased[#leased + 1], leased[#leased + 2] = lease, due[i]
  ids[#ids + 1] = due[i]
end
if #ids == 0 then return claimed end
redis.call('ZADD', KEYS[1], unpack(leased))
local states = redis.call('HMGET', KEYS[2], unpack(ids))
for i = 1, #ids do
  local at = #claimed
  claimed[at + 1], claimed[at + 2], claimed[at + 3] = ids[i], due[2 * i], states[i] or ''
end
return claimed
