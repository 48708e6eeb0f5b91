-- Finds the articles that share the most anchors with a text.
-- KEYS the anchor partitions of the current and of the previous generation, in turn for every anchor
-- ARGV 1 most candidates, 2 fewest shared anchors, 3 anchors of 4 bytes in the order of the keys, packed
-- Returns flat pairs: article number (4 bytes, little endian), shared anchors; most shared first.
local shared = {}
for i = 1, #KEYS do
  local anchor = string.sub(ARGV[3], math.floor((i - 1) / 2) * 4 + 1, math.floor((i - 1) / 2) * 4 + 4)
  local numbers = redis.call('HGET', KEYS[i], anchor)
  if numbers then
    for at = 1, #numbers, 4 do
      local number = string.sub(numbers, at, at + 3)
      shared[number] = (shared[number] or 0) + 1
    end
  end
end
local found = {}
for number, count in pairs(shared) do
  if count >= tonumber(ARGV[2]) then found[#found + 1] = { number, count } end
end
table.sort(found, function(a, b) return a[2] > b[2] or (a[2] == b[2] and a[1] < b[1]) end)
local flat = {}
for i = 1, math.min(#found, tonumber(ARGV[1])) do
  flat[#flat + 1] = found[i][1]
  flat[#flat + 1] = found[i][2]
end
return flat
