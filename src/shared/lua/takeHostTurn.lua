-- Reserves the next request slot of a host, one gap after the one before. A reservation is kept for the entry, so that an
-- entry which comes back at its time does not queue up again.
-- KEYS 1 host, 2 turn of the entry
-- ARGV 1 now, ms, 2 gap, ms
-- Returns the milliseconds to wait until the reserved slot; 0 = go now.
local now, gap = tonumber(ARGV[1]), tonumber(ARGV[2])
local slot = tonumber(redis.call('GET', KEYS[2]))
if not slot then
  slot = math.max(now, tonumber(redis.call('GET', KEYS[1]) or now))
  redis.call('SET', KEYS[1], slot + gap, 'PX', slot - now + gap + 1000)
end
if slot <= now then
  redis.call('DEL', KEYS[2])
  return 0
end
redis.call('SET', KEYS[2], slot, 'PX', slot - now + 600000)
return slot - now
