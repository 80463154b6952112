-- Adds an event of the host to the history of a call. After the record was closed it makes a further part of it.
-- needs: ends
-- ARGV: call, name of the event, details as JSON
-- Returns noted.
local id, name, details = arg(1), arg(2), arg(3)
redis.call('RPUSH', key('history:' .. id), '{"event":' .. cjson.encode(name) .. ',"at":' .. whole(now) .. ',"call":' .. cjson.encode(id)
  .. ',"data":' .. details .. '}')
local call = read('call:' .. id)
if call.state == 'gone' and call.reason ~= 'menu' then
  local last = (call.reservation or '') ~= '' and redis.call('HGET', key('reservation:' .. call.reservation), 'state')
  if last ~= 'wrapping' then close_record(id) end
end
return reply('noted')
