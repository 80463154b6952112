-- A supervisor says what a consultant is, at once: a ringing call goes to others, a conversation is given up by the queue, wrap-up ends.
-- needs: leaving
-- ARGV: consultant, state (available|pause|not-ready|offline), reason, cool-down for a call taken back (ms)
-- Returns forced {state before} | idle {state}: not working, set the state as a person does | unknown.
-- Keeps: no consultant stays stuck in a call that the queue thinks is running.
local id, state, reason, cool_down = arg(1), arg(2), arg(3), tonumber(arg(4))
local consultant = read('consultant:' .. id)
local before = consultant.state
if not before then return reply('unknown') end
if before ~= 'reserved' and before ~= 'on-call' and before ~= 'wrap-up' then return reply('idle', { state = before }) end

write('consultant:' .. id, consultant, { next = state, next_reason = reason })
local reservation_id = consultant.reservation
local reservation = read('reservation:' .. reservation_id)
local call = reservation.call and read('call:' .. reservation.call) or {}
tell('forced', reservation.call, { consultant = id, state = state, reservation = reservation_id })
if call.consult == reservation_id then
  end_consultation(reservation.call, call)
elseif reservation.state == 'pending' and call.reservation == reservation_id then
  close_reservation(reservation_id, reservation, 'rescinded')
  write('call:' .. reservation.call, call, { tried = cjson.encode({ [id] = now + cool_down }) })
  enqueue(reservation.call, call)
  match_call(reservation.call, call)
  settle(id, consultant)
elseif reservation.state == 'accepted' and call.reservation == reservation_id then
  leave(reservation.call, call, 'reset', 0, 0, 'supervisor')
elseif reservation.state == 'wrapping' then
  finish_work(reservation_id, reservation)
else
  settle(id, consultant)
end
return reply('forced', { state = before })
