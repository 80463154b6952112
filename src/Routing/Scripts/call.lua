-- A call as the queue knows it.
-- ARGV: call
-- Returns unknown | known {state, arrived, language, second, band, topic, caller, kind, number, reservation, consult,
--   keeper: the consultant who was lost, until another conversation, interrupted: the reservation of the conversation that was lost last}.
-- Keeps: reading changes nothing.
local call = read('call:' .. arg(1))
if not call.state then return reply('unknown') end
return reply('known', { state = call.state, arrived = tonumber(call.arrived), language = call.language, second = call.second, band = call.band,
  topic = call.topic, caller = call.caller, kind = call.kind, number = call.number, reservation = call.reservation, consult = call.consult,
  keeper = call.keeper, interrupted = call.interrupted })
