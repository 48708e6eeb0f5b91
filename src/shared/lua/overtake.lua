-- Stops waiting for the page that arrived first, if nobody has it in hand: it is late now, and takes no turn.
-- KEYS 1 pages being read by number, 2 stem of the locks of their jobs (in the same slot: the prefix is the hash tag)
-- ARGV 1 job id of the page that waits, 2 `1` to stop waiting whether or not it is in hand
-- Returns 1 when it was overtaken.
local first = redis.call('ZRANGE', KEYS[1], 0, 0)[1]
if not first or first == ARGV[1] then return 0 end
if ARGV[2] ~= '1' and redis.call('EXISTS', KEYS[2] .. first .. ':lock') == 1 then return 0 end
return redis.call('ZREM', KEYS[1], first)
