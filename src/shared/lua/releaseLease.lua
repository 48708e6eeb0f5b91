-- Gives the lease back, so that a standby need not wait for it to expire.
-- KEYS 1 lease
-- ARGV 1 token
-- Returns 1 when it was held.
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0
