-- What supervisors and desks see: consultants, who waits in which language, callbacks, and the counters of the day.
-- needs: calls, statistics
-- ARGV: most consultants, most calls of each language
-- Returns board {consultants, languages: [{language, waiting, starts, span, calls}], talks: the conversations that go on, callbacks, records, day}.
local most_consultants, most_calls = tonumber(arg(1)), tonumber(arg(2))
local consultants, languages, talks, counters = {}, {}, {}, {}
local function add_talk(id, reservation_id)
  local reservation = read('reservation:' .. reservation_id)
  local call = reservation.call and read('call:' .. reservation.call) or {}
  if reservation.state ~= 'accepted' or call.reservation ~= reservation_id then return end
  talks[#talks + 1] = { consultant = id, reservation = reservation_id, language = call.language, topic = call.topic, since = reservation.since,
    help = reservation['note:help'], helper = reservation['note:help-by'], helperName = reservation['note:help-name'] }
end

for position, id in ipairs(redis.call('SMEMBERS', key('consultants'))) do
  if position > most_consultants then break end
  local consultant = read('consultant:' .. id)
  consultant.id = id
  consultants[position] = consultant
  if consultant.state == 'on-call' then add_talk(id, consultant.reservation) end
end
for position, language in ipairs(redis.call('SMEMBERS', key('languages'))) do
  local calls, waiting = {}, 0
  for _, list in ipairs({ language .. ':high', language .. ':any' }) do
    waiting = waiting + redis.call('ZCARD', key('waiting:' .. list))
    for _, id in ipairs(redis.call('ZRANGE', key('waiting:' .. list), 0, most_calls - 1)) do
      local call = read('call:' .. id)
      calls[#calls + 1] = { call = id, state = call.state, language = call.language, topic = call.topic, arrived = tonumber(call.arrived), step = tonumber(call.step),
        band = call.band, order = call.order }
    end
  end
  local starts, span = recent_starts(language)
  languages[position] = { language = language, waiting = waiting, starts = starts, span = span, calls = #calls > 0 and calls or nil,
    spoken = spoken(language) }
end
local flat = redis.call('HGETALL', key('day:' .. day))
for i = 1, #flat, 2 do counters[flat[i]] = tonumber(flat[i + 1]) end
return reply('board', { consultants = #consultants > 0 and consultants or nil, languages = #languages > 0 and languages or nil,
  talks = #talks > 0 and talks or nil, day = counters,
  callbacks = redis.call('ZCARD', key('callbacks')), records = redis.call('LLEN', key('outbox')) + redis.call('ZCARD', key('outgoing')) })
