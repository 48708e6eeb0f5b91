-- A consumer group has done with one event: acknowledges it and remembers its number, together.
-- KEYS 1 stream, 2 progress of the group in the event's story
-- ARGV 1 group, 2 stream id, 3 seq of the event, 4 time to live of the progress, s
-- Returns the progress: ranges of applied numbers, ascending, like `1-12,14`.
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
local seq = tonumber(ARGV[3])
local from, to = seq, seq
local before, after = {}, {}
for range in string.gmatch(redis.call('GET', KEYS[2]) or '', '[^,]+') do
  local first, last = string.match(range, '^(%d+)-?(%d*)$')
  first = tonumber(first)
  last = tonumber(last) or first
  if last < from - 1 then
    before[#before + 1] = range
  elseif first > to + 1 then
    after[#after + 1] = range
  else
    from = math.min(from, first)
    to = math.max(to, last)
  end
end
before[#before + 1] = from == to and string.format('%d', from) or string.format('%d-%d', from, to)
for _, range in ipairs(after) do before[#before + 1] = range end
local text = table.concat(before, ',')
redis.call('SET', KEYS[2], text, 'EX', ARGV[4])
return text
