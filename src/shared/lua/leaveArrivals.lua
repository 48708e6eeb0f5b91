-- Takes a page out that is passed on, or has come to its end. The bytes of one that was read go soon, but not at once: when
-- its reader dies before it could say that the job is done, the next one reads them again and passes the article on again.
-- A mark in place of the bytes would not do: a killed Redis may have lost the article that was passed on just before it, and
-- keep the mark, which is set when Redis is back.
-- Who waits for the page that is first now is told, if it is another process: one that looked again and again found out late,
-- and each look cost as much as the message.
-- KEYS 1 pages being read by number, and channel, 2 raw page
-- ARGV 1 its job id, 2 how long its bytes are kept, s; 0 = as long as before, since the page may be tried again,
--      3… job ids of the pages that wait in the same process
-- Returns the job id of the page that is first now, or nothing.
redis.call('ZREM', KEYS[1], ARGV[1])
if ARGV[2] ~= '0' then redis.call('EXPIRE', KEYS[2], ARGV[2]) end
local first = redis.call('ZRANGE', KEYS[1], 0, 0)
local isTold = first[1] == nil
for i = 3, #ARGV do isTold = isTold or ARGV[i] == first[1] end
-- a user of Redis without a right to the channel is served by looking
if not isTold then redis.pcall('PUBLISH', KEYS[1], first[1]) end
return first
