-- Included by the scripts that end an entry.
-- Gives an entry its outcome and keeps the ledger exact. An outcome once given stays, except that a failed entry may
-- be tried again. Returns 1 when the outcome was given now, 0 when the entry had one.
local function settle(entryKey, inFlightKey, ledgerKey, entryId, outcome, ttlSeconds)
  local before = redis.call('GET', entryKey)
  if before == 'in_flight' then
    redis.call('ZREM', inFlightKey, entryId)
  elseif not before then
    -- the job ran before the poller could admit the entry: it is seen now
    redis.call('HINCRBY', ledgerKey, 'seen', 1)
  elseif string.sub(before, 1, 7) == 'failed:' and before ~= outcome then
    redis.call('HINCRBY', ledgerKey, before, -1)
  else
    return 0
  end
  redis.call('SET', entryKey, outcome, 'EX', ttlSeconds)
  redis.call('HINCRBY', ledgerKey, outcome, 1)
  return 1
end
