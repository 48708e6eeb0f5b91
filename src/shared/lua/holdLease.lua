-- Takes or prolongs a lease.
-- KEYS 1 lease, 2 fence
-- ARGV 1 token held so far, 0 = none, 2 lease, ms
-- Returns the fencing token, or 0 when another process holds the lease.
local holder = redis.call('GET', KEYS[1])
if holder == ARGV[1] then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return tonumber(ARGV[1])
end
if holder then return 0 end
local token = redis.call('INCR', KEYS[2])
redis.call('SET', KEYS[1], token, 'PX', ARGV[2])
return token
