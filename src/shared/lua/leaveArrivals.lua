-- Takes a page out that is passed on, or has come to its end.
-- KEYS 1 pages being read by number
-- ARGV 1 its job id
-- Returns the job id of the page that is first now, or nothing.
redis.call('ZREM', KEYS[1], ARGV[1])
return redis.call('ZRANGE', KEYS[1], 0, 0)
