-- Tells which of the pages that wait for their turn have it: the one that arrived first, and those that were overtaken or
-- never had a number, for whom nobody waits.
-- KEYS 1 pages being read by number
-- ARGV job ids of the pages that wait
-- Returns the ids of those whose turn it is, the one that arrived first at the end.
local first = redis.call('ZRANGE', KEYS[1], 0, 0)[1]
local due, isFirst = {}, false
for _, id in ipairs(ARGV) do
  if id == first then
    isFirst = true
  elseif not redis.call('ZSCORE', KEYS[1], id) then
    due[#due + 1] = id
  end
end
if isFirst then due[#due + 1] = first end
return due
