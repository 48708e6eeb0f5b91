-- Numbers pages in the order in which they arrive. One that has a number keeps it.
-- KEYS 1 pages being read by number, 2 last number
-- ARGV job ids
-- Returns the number of pages that got one.
local new = 0
for _, id in ipairs(ARGV) do
  if not redis.call('ZSCORE', KEYS[1], id) then
    redis.call('ZADD', KEYS[1], redis.call('INCR', KEYS[2]), id)
    new = new + 1
  end
end
return new
