-- Looks at some consultants and puts right what cannot be: a free one beside a waiting caller, work whose reservation is gone.
-- needs: ends
-- ARGV: how many
-- Returns verified {looked: how many were put right}.
local right = 0
for _, id in ipairs(redis.call('SRANDMEMBER', key('consultants'), arg(1))) do
  local consultant = read('consultant:' .. id)
  local working = consultant.state == 'reserved' and 'pending' or consultant.state == 'on-call' and 'accepted' or consultant.state == 'wrap-up' and 'wrapping'
  if consultant.state == 'available' then
    free(id, consultant)
    if match_consultant(id, consultant) then right = right + 1 end
  elseif working then
    local reservation = read('reservation:' .. consultant.reservation)
    if reservation.state ~= working or reservation.consultant ~= id then
      settle(id, consultant)
      right = right + 1
    end
  end
end
return reply('verified', { looked = right })
