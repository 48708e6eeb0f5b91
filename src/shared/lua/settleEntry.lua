-- Ends an entry that becomes no article.
-- KEYS 1 entry, 2 in flight, 3 ledger
-- ARGV 1 entry id, 2 outcome (`dropped:<reason>` or `failed:<code>`), 3 time to live, s
-- Returns 1 when the outcome was given now, 0 when the entry had one.
--- @include settle
return settle(KEYS[1], KEYS[2], KEYS[3], ARGV[1], ARGV[2], ARGV[3])
