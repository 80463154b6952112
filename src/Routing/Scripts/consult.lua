-- A consultant in a conversation asks a free colleague for help; the caller stays with the first until it is handed on.
-- needs: match
-- ARGV: reservation of the conversation, colleague
-- Returns ringing {reservation} | busy {state of the colleague, or unknown} | late {state of the reservation, or unknown}.
local id, colleague_id = arg(1), arg(2)
local reservation = read('reservation:' .. id)
local call = reservation.call and read('call:' .. reservation.call) or {}
if reservation.state ~= 'accepted' or call.reservation ~= id then return reply('late', { state = reservation.state or 'unknown' }) end
if (call.consult or '') ~= '' then return reply('ringing', { reservation = call.consult }) end
local colleague = read('consultant:' .. colleague_id)
if colleague.state ~= 'available' then return reply('busy', { state = colleague.state or 'unknown' }) end
local second = reserve(reservation.call, call, colleague_id, colleague, 'consultation')
write('call:' .. reservation.call, call, { consult = second })
return reply('ringing', { reservation = second })
