-- A supervisor looks after a consultant who has asked for help. The first one has it; the same twice changes nothing.
-- ARGV: reservation, account of the supervisor, name shown to the consultant
-- Returns taken | other: another supervisor was first | late {state of the reservation, or unknown}: nobody asks any more.
-- Keeps: one supervisor for each request.
local id, supervisor, shown = arg(1), arg(2), arg(3)
local name = 'reservation:' .. id
local reservation = read(name)
if reservation.state ~= 'accepted' or (reservation['note:help'] or '') == '' then return reply('late', { state = reservation.state or 'unknown' }) end
local by = reservation['note:help-by'] or ''
if by ~= '' and by ~= supervisor then return reply('other') end
if by == '' then
  write(name, reservation, { ['note:help-by'] = supervisor, ['note:help-name'] = shown })
  tell('help', nil, { consultant = reservation.consultant, reservation = id })
end
return reply('taken')
