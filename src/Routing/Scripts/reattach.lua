-- The telephone of a consultant who was lost in a conversation is back: the caller of that conversation rings there again if they still
-- wait; else the consultant is free.
-- needs: ends
-- ARGV: consultant
-- Returns ringing {reservation} | settled {state} | nothing: the consultant was not lost, or has said meanwhile what they are to be.
-- Keeps: the same event twice changes nothing; the last thing a person asked for wins.
local id = arg(1)
local consultant = read('consultant:' .. id)
if consultant.state ~= 'not-ready' or consultant.reason ~= 'lost' then return reply('nothing') end

local call_id = redis.call('HGET', key('reservation:' .. consultant.interrupted), 'call')
local call = call_id and read('call:' .. call_id) or {}
if call.state == 'waiting' and call.keeper == id then
  offer(call_id, call, id, consultant)
  write('call:' .. call_id, call, { held = '' })
  return reply('ringing', { reservation = call.reservation })
end
settle(id, consultant)
return reply('settled', { state = consultant.state })
