-- Ends the wrap-up of a reservation: its consultant is what they last asked to be, and the record of the call is closed.
-- needs: ends
-- ARGV: reservation, only if due ('1' or '')
-- Returns completed | late {state of the reservation, or unknown}.
local id, only_if_due = arg(1), arg(2) == '1'
local reservation = read('reservation:' .. id)
if reservation.state ~= 'wrapping' then return reply('late', { state = reservation.state or 'unknown' }) end
local deadline = tonumber(redis.call('ZSCORE', key('deadlines'), id) or '0')
if only_if_due and deadline > now then return reply('late', { state = 'wrapping' }) end
finish_work(id, reservation)
return reply('completed')
