-- Plans the next look at a page, in place of the one planned before. A script, since every page that is fetched plans one, and a
-- transaction of two commands costs its sender three times as much.
-- KEYS 1 checks, 2 when they are due
-- ARGV 1 entry id, 2 what is kept of the page, JSON, 3 due, ms
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
