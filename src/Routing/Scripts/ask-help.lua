-- A consultant in a conversation asks for a supervisor, or takes it back. The same wish twice changes nothing.
-- ARGV: reservation, 1 to ask or empty to take it back
-- Returns asked | late {state of the reservation, or unknown}. Whoever watches the board is told of a change.
-- Keeps: a request lives as long as its conversation; whoever asks anew asks everybody.
local id, wanted = arg(1), arg(2) ~= ''
local name = 'reservation:' .. id
local reservation = read(name)
if reservation.state ~= 'accepted' or reservation.kind == 'consultation' then return reply('late', { state = reservation.state or 'unknown' }) end
if ((reservation['note:help'] or '') ~= '') ~= wanted then
  write(name, reservation, { ['note:help'] = wanted and whole(now) or '', ['note:help-by'] = '', ['note:help-name'] = '' })
  tell('help', nil, { consultant = reservation.consultant, reservation = id })
end
return reply('asked')
