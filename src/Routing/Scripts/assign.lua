-- A supervisor gives a waiting call to a free consultant, whatever their languages and the order say.
-- needs: match
-- ARGV: call, consultant
-- Returns assigned {reservation} | refused {state of the call, consultant: state of the consultant}.
local call_id, consultant_id = arg(1), arg(2)
local call, consultant = read('call:' .. call_id), read('consultant:' .. consultant_id)
if (call.state ~= 'waiting' and call.state ~= 'callback') or consultant.state ~= 'available' then
  return reply('refused', { state = call.state or 'unknown', consultant = consultant.state or 'unknown' })
end
tell('assigned', call_id, { consultant = consultant_id })
offer(call_id, call, consultant_id, consultant)
return reply('assigned', { reservation = call.reservation })
