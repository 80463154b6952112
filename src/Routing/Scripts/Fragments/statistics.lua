-- What the board shows and what callers are told is counted here: conversations begun lately, by language, and by day.
local lately, in_time = 1800000, 20000

-- How many conversations began in the last half hour, and how long ago the first of them did.
local function recent_starts(language)
  local starts = key('starts:' .. language)
  local count = redis.call('ZCOUNT', starts, whole(now - lately), '+inf')
  if count == 0 then return 0, 0 end
  local first = redis.call('ZRANGEBYSCORE', starts, whole(now - lately), '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  return count, now - tonumber(first[2])
end

-- A caller meets a consultant: the wait that was announced is held against the one that came.
local function started(call_id, call, waited)
  redis.call('ZADD', key('starts:' .. call.language), whole(now), call_id)
  redis.call('ZREMRANGEBYSCORE', key('starts:' .. call.language), '-inf', whole(now - lately))
  count('connected')
  count('waited', waited)
  if waited <= in_time then count('in-time') end
  if (call.announced or '') == '' then return end
  local actual = now - tonumber(call.announced)
  count('announced')
  count(actual < tonumber(call.announced_low) and 'sooner' or actual > tonumber(call.announced_high) and 'later' or 'as-announced')
end
