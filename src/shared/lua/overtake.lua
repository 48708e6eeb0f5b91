-- Stops waiting for the pages that arrived before this one: they are late now, and take no turn.
-- KEYS 1 pages being read by number
-- ARGV 1 job id
-- Returns how many were passed.
local number = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not number then return 0 end
return redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. number)
