-- Leases what is due, feeds or pages: its time is pushed past the lease, so that a process that dies only delays it.
-- KEYS 1 ids by due time, 2 what is stored of them
-- ARGV 1 now, ms, 2 lease, ms, 3 most to claim
-- Returns flat triples: id, the time it was due, ms, what is stored of it (empty when nothing is).
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[3])
local claimed, leased, ids = {}, {}, {}
local lease = tonumber(ARGV[1]) + tonumber(ARGV[2])
for i = 1, #due, 2 do
  local at = #leased
  leased[at + 1], leased[at + 2] = lease, due[i]
  ids[#ids + 1] = due[i]
end
if #ids == 0 then return claimed end
redis.call('ZADD', KEYS[1], unpack(leased))
local stored = redis.call('HMGET', KEYS[2], unpack(ids))
for i = 1, #ids do
  local at = #claimed
  claimed[at + 1], claimed[at + 2], claimed[at + 3] = ids[i], due[2 * i], stored[i] or ''
end
return claimed
