-- A reservation as it is, with what the host noted on it.
-- ARGV: reservation
-- Returns unknown | known {state, call, consultant, leg, kind, since, ends, waited, notes}.
-- Keeps: reading changes nothing.
local reservation = read('reservation:' .. arg(1))
if not reservation.state then return reply('unknown') end
local notes
for field, value in pairs(reservation) do
  local name = string.match(field, '^note:(.*)$')
  if name then
    notes = notes or {}
    notes[name] = value
  end
end
return reply('known', { state = reservation.state, call = reservation.call, consultant = reservation.consultant, leg = reservation.leg,
  kind = reservation.kind, since = reservation.since, ends = redis.call('ZSCORE', key('deadlines'), arg(1)) or nil,
  waited = tonumber(reservation.waited), notes = notes })
