-- Lets an entry's request to a host start, or says how long to wait. Two starts are never closer than the gap. A slot is
-- reserved for the entry, so that one which comes back at its time does not queue up again; one that comes back late,
-- when another has just started, gets the next free slot.
-- KEYS 1 host, 2 turn of the entry
-- ARGV 1 now, ms, 2 gap, ms
-- Returns the milliseconds to wait until the reserved slot; 0 = go now.
local now, gap = tonumber(ARGV[1]), tonumber(ARGV[2])
local known = redis.call('HMGET', KEYS[1], 'last', 'free')
local last, free = tonumber(known[1] or now - gap), tonumber(known[2] or now)
local slot = tonumber(redis.call('GET', KEYS[2]))
if not slot or (slot <= now and now < last + gap) then
  slot = math.max(now, free, last + gap)
  free = slot + gap
end
if slot <= now then
  last, free = now, math.max(free, now + gap)
  redis.call('DEL', KEYS[2])
else
  redis.call('SET', KEYS[2], slot, 'PX', slot - now + 600000)
end
redis.call('HSET', KEYS[1], 'last', last, 'free', free)
redis.call('PEXPIRE', KEYS[1], free - now + gap + 1000)
return math.max(slot - now, 0)
