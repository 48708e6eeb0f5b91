-- Saves what the assigner has learned from all commits so far, in place of the list of what each of them added.
-- KEYS 1 lease, 2 commits, 3 lexicon, 4 what was added since the last saving
-- ARGV 1 fencing token, 2 number of the last commit it was learned from, 3 the lexicon
-- Returns 1 when it was saved, 0 when another assigner is in charge or Redis has moved on.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if (redis.call('GET', KEYS[2]) or '0') ~= ARGV[2] then return 0 end
redis.call('SET', KEYS[3], ARGV[3])
redis.call('DEL', KEYS[4])
return 1
