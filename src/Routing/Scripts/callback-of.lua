-- Finds the callback that a caller asked for.
-- needs: describe
-- ARGV: caller key
-- Returns known {call, as described} | unknown.
local id = redis.call('HGET', key('caller:' .. arg(1)), 'callback')
local call = id and read('call:' .. id) or {}
if call.kind ~= 'callback' or (call.state ~= 'callback' and call.state ~= 'offered') then return reply('unknown') end
local answer = describe(id, call)
answer.call = id
return reply('known', answer)
