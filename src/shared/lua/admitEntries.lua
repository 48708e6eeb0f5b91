-- Counts enqueued entries as seen and in flight. Runs after their jobs are in the queue: a crash in between repeats
-- the poll and loses nothing.
-- KEYS 1 in flight, 2 ledger, 3… one entry key an id
-- ARGV 1 first seen, ms, 2… entry ids in the order of the keys
-- Returns the number of entries that were new.
local new = 0
for i = 2, #ARGV do
  if redis.call('SET', KEYS[i + 1], 'in_flight', 'NX') then
    redis.call('ZADD', KEYS[1], ARGV[1], ARGV[i])
    new = new + 1
  end
end
if new > 0 then redis.call('HINCRBY', KEYS[2], 'seen', new) end
return new
