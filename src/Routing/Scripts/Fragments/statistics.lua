-- What the board shows and what callers are told is counted here: conversations begun lately, by language, and by day.
local lately = 1800000
local wait_bands = { 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1800 }

-- Counts a wait in its band, named by its upper end in seconds: <what>-5 and so on, at last <what>-more.
local function count_wait(what, waited)
  for _, band in ipairs(wait_bands) do
    if waited <= band * 1000 then return count(what .. '-' .. band) end
  end
  count(what .. '-more')
end

-- How many conversations began in the last half hour, and how long ago the first of them did.
local function recent_starts(language)
  local starts = key('starts:' .. language)
  local count = redis.call('ZCOUNT', starts, whole(now - lately), '+inf')
  if count == 0 then return 0, 0 end
  local first = redis.call('ZRANGEBYSCORE', starts, whole(now - lately), '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  return count, now - tonumber(first[2])
end

-- A caller hung up while waiting, or while a consultant was rung.
local function gave_up(call, was_rung)
  count('abandoned')
  if was_rung then count('abandoned-ringing') end
  count_wait('abandoned', now - tonumber(call.arrived))
end

-- A caller meets a consultant: the wait that was announced is held against the one that came.
local function started(call_id, call, waited)
  redis.call('ZADD', key('starts:' .. call.language), whole(now), call_id)
  redis.call('ZREMRANGEBYSCORE', key('starts:' .. call.language), '-inf', whole(now - lately))
  count('connected')
  count('waited', waited)
  count_wait('answered', waited)
  if (call.announced or '') == '' then return end
  local actual = now - tonumber(call.announced)
  count('announced')
  count(actual < tonumber(call.announced_low) and 'sooner' or actual > tonumber(call.announced_high) and 'later' or 'as-announced')
end
