-- Takes a page out that is passed on, or has come to its end. One that was read leaves an empty mark in place of its bytes:
-- when its reader dies before it could say that the job is done, the next one must not take the page to be lost.
-- KEYS 1 pages being read by number, 2 raw page
-- ARGV 1 its job id, 2 how long the mark is kept, s; 0 = the bytes stay, since the page may be tried again
-- Returns the job id of the page that is first now, or nothing.
redis.call('ZREM', KEYS[1], ARGV[1])
if ARGV[2] ~= '0' then redis.call('SET', KEYS[2], '', 'EX', ARGV[2]) end
return redis.call('ZRANGE', KEYS[1], 0, 0)
