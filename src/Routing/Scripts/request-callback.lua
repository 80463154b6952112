-- A caller wants to be called back: the entry keeps its place, and one caller has one callback.
-- needs: leaving, describe
-- ARGV: call, arrival (ms), language, second language or '', band, topic, caller key or '', number, earliest (ms), latest (ms) or ''
-- Returns requested {call: the entry, as described} | refused {state}: the call is being answered, or is over.
-- Keeps: the older place; the same request twice changes nothing.
local id, caller = arg(1), arg(7)
local details = { number = arg(8), opens = arg(9), not_before = arg(9), not_after = arg(10) }
local call = read('call:' .. id)
local over = call.state == 'gone' and call.reason ~= 'menu'
if over or call.state == 'offered' or call.state == 'connected' then return reply('refused', { state = call.state }) end

local before = caller ~= '' and redis.call('HGET', key('caller:' .. caller), 'callback') or nil
local other = before and before ~= id and read('call:' .. before) or {}
if other.state == 'offered' and other.kind == 'callback' then return reply('refused', { state = 'offered' }) end
if other.state == 'callback' then
  dequeue(before, other)
  if tonumber(call.arrived or arg(2)) < tonumber(other.arrived) then other.arrived = call.arrived or arg(2) end
  write('call:' .. before, other, { number = details.number, opens = details.opens, not_before = details.not_before, not_after = details.not_after, language = arg(3),
    second = arg(4), arrived = other.arrived, step = '1', attempts = '0' })
  if call.state then leave(id, call, 'callback-kept', 0, 0) end
  id, call = before, other
else
  if call.state == 'waiting' or call.state == 'callback' then dequeue(id, call) end
  if call.kind ~= 'callback' then count('callbacks') end
  write('call:' .. id, call, { language = arg(3), second = arg(4), band = arg(5), topic = arg(6), caller = caller, number = details.number,
    opens = details.opens, not_before = details.not_before, not_after = details.not_after, attempts = '0', kind = 'callback', step = '1',
    arrived = call.arrived or whole(math.min(tonumber(arg(2)), now)), turn = call.turn or whole(redis.call('HINCRBY', KEYS[1], 'turn', 1)) })
end

redis.call('PERSIST', key('call:' .. id))
redis.call('ZREM', key('beats'), id)
redis.call('ZADD', key('callbacks'), call.arrived, id)
redis.call('SADD', key('languages'), call.language)
if caller ~= '' then redis.call('HSET', key('caller:' .. caller), 'callback', id) end
if caller ~= '' then redis.call('PERSIST', key('caller:' .. caller)) end
tell('callback-requested', id, { language = call.language, earliest = tonumber(details.not_before) })
enqueue(id, call)
if not asleep(call) then match_call(id, call) end
local answer = describe(id, call)
answer.call = id
return reply('requested', answer)
