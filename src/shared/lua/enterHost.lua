-- Lets a visitor's request to a site start, or says how long to wait. One request runs at a time, and none starts before
-- the time the last one left. A visitor that must wait gets a slot behind those before it in its lane; whoever comes back
-- when its slot is over and the site is not ready gets the next one, in the order of the slots. The other lane, where one
-- is given, goes first.
-- KEYS 1 site, 2 lane of waiting visitors, 3 lane that goes first (may be missing)
-- ARGV 1 visitor, 2 now, ms, 3 gap between starts to reckon with, ms, 4 longest time a request may run, ms
-- Returns the milliseconds to wait until the slot; 0 = go now.
local visitor, now, hold = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[4])
local known = redis.call('HMGET', KEYS[1], 'holder', 'until', 'next', 'gap')
local gap = math.max(tonumber(ARGV[3]), tonumber(known[4] or 0))
local running = known[1] and known[1] ~= visitor and tonumber(known[2]) > now
-- one that did not come to its slot within two seconds has died
local yields = KEYS[3] and redis.call('ZCOUNT', KEYS[3], now - 2000, now) > 0
-- how long a request runs nobody knows: it is looked again after a gap
local ready = math.max(now + ((running or yields) and gap or 0), tonumber(known[3] or 0))

redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - 600000)
local known_slot = redis.call('ZSCORE', KEYS[2], visitor)
local slot = known_slot and tonumber(known_slot)
if not slot then
  local last = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')[2]
  slot = math.max(ready, last and tonumber(last) + gap or 0)
elseif slot <= now and ready > now then
  slot = ready + gap * redis.call('ZCOUNT', KEYS[2], '-inf', '(' .. slot)
end

if slot <= now then
  redis.call('HSET', KEYS[1], 'holder', visitor, 'until', now + hold, 'next', now + gap)
  redis.call('PEXPIRE', KEYS[1], hold + gap + 60000)
  redis.call('ZREM', KEYS[2], visitor)
  return 0
end
redis.call('ZADD', KEYS[2], slot, visitor)
local last = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')[2]
redis.call('PEXPIRE', KEYS[2], tonumber(last) - now + 600000)
return math.ceil(slot - now)
