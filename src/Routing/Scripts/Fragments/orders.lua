-- The named orders of callers and of consultants: the smaller number comes first. Which one counts is the 7th and 8th argument.
local caller_orders = {
  ['band-then-arrival'] = function(call) return tonumber(call.arrived) - (call.band == '1' and head_start or 0) end,
  ['arrival'] = function(call) return tonumber(call.arrived) end,
}

local consultant_orders = {
  ['fewest-languages-then-idle'] = function(consultant) return tonumber(consultant.spoken) * 1e13 + tonumber(consultant.idle) end,
  ['longest-idle'] = function(consultant) return tonumber(consultant.idle) end,
}

-- Effective arrival in microseconds; the last three digits keep the turn of callers who came in the same millisecond. Who has lost a
-- consultant in a conversation (field keeper) comes before everybody else, and among each other in the same order.
local before_everybody = 1e12
local function caller_order(call)
  local effective = caller_orders[ARGV[7]](call) - tonumber(call.lead or '0')
  if (call.keeper or '') ~= '' then effective = effective - before_everybody end
  return whole(effective * 1000 + tonumber(call.turn) % 1000)
end

local function consultant_order(consultant) return whole(consultant_orders[ARGV[8]](consultant)) end
