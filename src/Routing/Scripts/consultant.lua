-- Reads a consultant.
-- ARGV: consultant
-- Returns known {state and what belongs to it} | unknown.
local consultant = read('consultant:' .. arg(1))
if not consultant.state then return reply('unknown') end
return reply('known', consultant)
