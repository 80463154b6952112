-- Puts a call in the queue at the place of its arrival, and matches it. A call that is known is left as it is.
-- needs: find, leaving, describe
-- ARGV: call, arrival (ms), language, second language or '', band (0|1), topic, caller key or '', 'ask' or 'heal', most waiting calls
-- Returns known | refused {why: full | language | nobody} | joined {call as described, resumed: '' | place | callback}.
-- Keeps: one state per call; one order for all; a dropped line finds its old place; an ended call cannot come back; who waits on the line is not called back.
local id, arrived, language, second, band, topic, caller = arg(1), arg(2), arg(3), arg(4), arg(5), arg(6), arg(7)
local asks, most = arg(8) == 'ask', tonumber(arg(9))
local call = read('call:' .. id)
local back = call.state == 'gone' and call.reason == 'menu' and asks
-- A conversation has ended, its caller has not hung up and asks for a consultant once more: that is a new wait.
local anew = call.state == 'gone' and call.reason == 'ended' and asks and tonumber(arrived) >= tonumber(call.left)
if anew then call = {} end
-- The caller of a callback is on the line after all: they wait again, at its place.
local returned = asks and call.kind == 'callback' and (call.state == 'callback' or call.state == 'offered')
if call.state and not back and not returned then return reply('known') end

local resumed = returned and 'callback' or ''
if returned then forget_callback(id, call) end
if returned and call.state == 'offered' then
  redis.call('ZADD', key('beats'), whole(now), id)
  write('call:' .. id, call, { kind = '', number = '' })
  local answer = describe(id, call)
  answer.resumed = resumed
  return reply('joined', answer)
end
if returned then dequeue(id, call) end
if asks and not back and not returned then
  if redis.call('ZCARD', key('beats')) >= most then return reply('refused', { why = 'full' }) end
  if not spoken(language) and not (second ~= '' and spoken(second)) then return reply('refused', { why = anybody() and 'language' or 'nobody' }) end
  local trace = caller ~= '' and read('caller:' .. caller) or {}
  if trace.callback then
    local callback = read('call:' .. trace.callback)
    if callback.kind == 'callback' and (callback.state == 'callback' or callback.state == 'offered') then
      leave(trace.callback, callback, 'called-again', 0, 0)
      arrived, resumed = callback.arrived, 'callback'
    end
    redis.call('DEL', key('caller:' .. caller))
  elseif trace['until'] and tonumber(trace['until']) > now then
    arrived, resumed = trace.arrived, 'place'
    redis.call('DEL', key('caller:' .. caller))
  end
end

if back or returned then arrived = call.arrived end
arrived = whole(math.min(tonumber(arrived), now))
if back then redis.call('PERSIST', key('call:' .. id)) end
if anew then redis.call('DEL', key('call:' .. id)) end
redis.call('ZADD', key('beats'), whole(now), id)
tell('joined', id, { language = language, topic = topic, arrived = tonumber(arrived), band = band, resumed = resumed, back = back })
if not back then count('joined') end
redis.call('SADD', key('languages'), language)
enqueue(id, call, { language = language, second = second, band = band, topic = topic, caller = caller, arrived = arrived,
  kind = '', number = '', step = '1', joined = whole(now), turn = whole(redis.call('HINCRBY', KEYS[1], 'turn', 1)) })
match_call(id, call)
local answer = describe(id, call)
answer.resumed = resumed
return reply('joined', answer)
