-- What the host noted on a call.
-- ARGV: call
-- Returns known {notes}; no notes when nothing was noted.
-- Keeps: reading changes nothing.
local notes, empty = read('notes:' .. arg(1)), true
for _ in pairs(notes) do empty = false end
return reply('known', { notes = not empty and notes or nil })
