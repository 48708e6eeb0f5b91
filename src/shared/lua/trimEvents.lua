-- Trims the event stream by length and age, never past what a consumer group has not read and acknowledged, unless the
-- stream is twice as long as wanted: then the oldest events go all the same, and are counted.
-- KEYS 1 events
-- ARGV 1 most events, 2 most events if groups are behind, 3 oldest id to keep for its age, 4 most events trimmed by length
--      in one call
-- Returns events trimmed, and how many of them some group had not acknowledged.
local function parts(id)
  local at = string.find(id, '-', 1, true)
  return tonumber(string.sub(id, 1, at - 1)), tonumber(string.sub(id, at + 1))
end
local function isBefore(left, right)
  local leftMs, leftSeq = parts(left)
  local rightMs, rightSeq = parts(right)
  return leftMs < rightMs or (leftMs == rightMs and leftSeq < rightSeq)
end
local function following(id)
  local ms, seq = parts(id)
  return string.format('%.0f-%.0f', ms, seq + 1)
end

if redis.call('EXISTS', KEYS[1]) == 0 then return { 0, 0 } end
local length = redis.call('XLEN', KEYS[1])
local excess = math.min(length - tonumber(ARGV[1]), tonumber(ARGV[4]))
local wanted = ARGV[3]
if excess > 0 then
  local oldest = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', excess + 1)
  local first = oldest[#oldest][1]
  if isBefore(wanted, first) then wanted = first end
end

-- the first event that some group still needs
local needed = nil
for _, group in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
  local facts = {}
  for i = 1, #group, 2 do facts[group[i]] = group[i + 1] end
  local first = following(facts['last-delivered-id'])
  local pending = redis.call('XPENDING', KEYS[1], facts['name'])
  if pending[1] > 0 and isBefore(pending[2], first) then first = pending[2] end
  if not needed or isBefore(first, needed) then needed = first end
end

local keepFrom = (needed and isBefore(needed, wanted)) and needed or wanted
local trimmed = redis.call('XTRIM', KEYS[1], 'MINID', keepFrom)
local over = length - trimmed - tonumber(ARGV[2])
if over <= 0 or not needed then return { trimmed, 0 } end
return { trimmed + redis.call('XTRIM', KEYS[1], 'MAXLEN', ARGV[2]), over }
