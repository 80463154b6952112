-- A caller asks for something while waiting: an earlier turn, because waiting is hard for them, or another language they can do with.
-- needs: find
-- ARGV: call, second language or '', band (0|1)
-- Returns changed | late {state of the call, or unknown}.
-- Keeps: one order for all; the wait that is measured stays the true one, for only the order changes. The same wish twice changes nothing.
local id, second, band = arg(1), arg(2), arg(3)
local call = read('call:' .. id)
if call.state ~= 'waiting' and call.state ~= 'callback' then return reply('late', { state = call.state or 'unknown' }) end
if call.second == second and call.band == band then return reply('changed') end

dequeue(id, call)
write('call:' .. id, call, { second = second, band = band, step = call.step == '3' and '2' or call.step })
tell('changed', id, { second = second, band = band })
enqueue(id, call)
if not asleep(call) then match_call(id, call) end
return reply('changed')
