-- Counts an attempt to look a case up in sliding windows, unless one of them is full, and looks for a run through numbers.
-- KEYS: line, case, caller, call (sorted sets of attempts by time) ; numbers, neighbours (sorted sets of numbers by time)
-- ARGV: now (ms), attempt, then window (ms) and limit for each of the first four keys in their order,
--       number, number before, number after, window of numbers (ms)
-- Returns {'paused', index of the full window, 1 to 4} or {'allowed', attempts in the call before, numbers tried, neighbours tried}.
-- Keeps: either all windows count the attempt or none; the same attempt twice counts once.
local now, attempt = tonumber(ARGV[1]), ARGV[2]
local inside = {}
for index = 1, 4 do
  local window, limit = tonumber(ARGV[1 + index * 2]), tonumber(ARGV[2 + index * 2])
  redis.call('ZREMRANGEBYSCORE', KEYS[index], '-inf', now - window)
  inside[index] = redis.call('ZCARD', KEYS[index])
  if inside[index] >= limit and not redis.call('ZSCORE', KEYS[index], attempt) then
    return { 'paused', index, 0, 0 }
  end
end

for index = 1, 4 do
  redis.call('ZADD', KEYS[index], now, attempt)
  redis.call('PEXPIRE', KEYS[index], ARGV[1 + index * 2])
end

local number, before, after, window = ARGV[11], ARGV[12], ARGV[13], ARGV[14]
for index = 5, 6 do
  redis.call('ZREMRANGEBYSCORE', KEYS[index], '-inf', now - tonumber(window))
end
local beside = redis.call('ZSCORE', KEYS[5], before) or redis.call('ZSCORE', KEYS[5], after)
if beside and not redis.call('ZSCORE', KEYS[5], number) then redis.call('ZADD', KEYS[6], now, number) end
redis.call('ZADD', KEYS[5], now, number)
redis.call('PEXPIRE', KEYS[5], window)
redis.call('PEXPIRE', KEYS[6], window)
return { 'allowed', inside[4], redis.call('ZCARD', KEYS[5]), redis.call('ZCARD', KEYS[6]) }
