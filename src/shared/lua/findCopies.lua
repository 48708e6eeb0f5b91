-- Finds the articles that share the most anchors with a text, with all that is needed to compare them, in one call.
-- KEYS 1 stem of the record chunks, 2 stem of the articles, then the stems of the levels' partitions.
--      Keys made from a stem are in its slot: the prefix is the hash tag.
-- ARGV 1 most candidates, 2 fewest shared anchors, 3 anchors of 4 bytes, packed, 4 a hash of 4 bytes for each, which says
--      the partition, packed, 5 bytes a record, 6 position of the article id in it (counted from 0), 7 bytes of the id,
--      8 what the last anchor counts, which stands for the whole text, then the number of partitions of each level
-- Returns flat groups of five: record, story, cluster, language, source; most shared anchors first.
local anchors, hashes = ARGV[3], ARGV[4]
local wholeText, last = tonumber(ARGV[8]), #ARGV[3] - 3
local levels = {}
for i = 3, #KEYS do levels[i - 2] = { KEYS[i], tonumber(ARGV[i + 6]) } end
local shared = {}
for at = 1, #anchors, 4 do
  local anchor, hash = string.sub(anchors, at, at + 3), struct.unpack('<I4', hashes, at)
  local weight = at == last and wholeText or 1
  for _, level in ipairs(levels) do
    local numbers = redis.call('HGET', level[1] .. hash % level[2], anchor)
    if numbers then
      local count = #numbers / 4
      local unpacked = { struct.unpack(string.rep('<I4', count), numbers) }
      for i = 1, count do shared[unpacked[i]] = (shared[unpacked[i]] or 0) + weight end
    end
  end
end
local found, fewest = {}, tonumber(ARGV[2])
for number, count in pairs(shared) do
  if count >= fewest then found[#found + 1] = { struct.pack('<I4', number), count, number } end
end
table.sort(found, function(a, b) return a[2] > b[2] or (a[2] == b[2] and a[1] < b[1]) end)

local size, flat = tonumber(ARGV[5]), {}
local idFrom, idTo = ARGV[6] + 1, ARGV[6] + ARGV[7]
local hex = string.rep('%02x', ARGV[7])
for i = 1, math.min(#found, tonumber(ARGV[1])) do
  local number = found[i][3]
  local from = (number % 256) * size
  local record = redis.call('GETRANGE', KEYS[1] .. math.floor(number / 256), from, from + size - 1)
  if #record == size then
    local id = string.format(hex, string.byte(record, idFrom, idTo))
    local facts = redis.call('HMGET', KEYS[2] .. 'a' .. id, 'story', 'cluster', 'lang', 'source')
    if facts[1] and facts[2] and facts[3] and facts[4] then
      for _, value in ipairs({ record, facts[1], facts[2], facts[3], facts[4] }) do flat[#flat + 1] = value end
    end
  end
end
return flat
