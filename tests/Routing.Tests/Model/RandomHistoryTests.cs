using System.Globalization;
using CsCheck;

namespace Infoline.Routing.Tests.Model;

/// <summary>Random histories: after every event the real queue has made the offers that the plain one makes, and no others.</summary>
public sealed class RandomHistoryTests(Stores stores)
{
    private static readonly string[] Speakers = ["pl5", "pl5 en4", "pl3 uk5", "uk5 en5 pl4", "en2 pl5", "uk2"];
    private static readonly string[] Languages = ["pl", "en", "uk"];
    private static readonly Gen<(int Event, int Pick, int Detail)[]> Histories =
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 999], Gen.Int[0, 999]).Array[5, 70];

    [Theory, OnBothStores]
    public async Task The_queue_makes_the_offers_that_the_plain_rules_make(StoreKind store)
    {
        var connection = await stores.ConnectionAsync(store);
        var iterations = int.Parse(Environment.GetEnvironmentVariable("INFOLINE_HISTORIES") ?? "60", CultureInfo.InvariantCulture);

        await Histories.SampleAsync(
            async history =>
            {
                await using var line = Line.Open(connection);
                var play = new Play(line);
                foreach (var (what, pick, detail) in history)
                    await play.Step(what, pick, detail);
                await Audit.OfAsync(line);
            },
            iter: iterations,
            threads: 1,
            print: history => string.Join(' ', history.Select(one => $"({one.Event},{one.Pick},{one.Detail})")));
    }

    /// <summary>The same history on the real queue and on the plain one.</summary>
    private sealed class Play(Line line)
    {
        private readonly PlainQueue _plain = new(line.Store.Options, () => line.Time.GetUtcNow());
        private readonly Dictionary<PlainReservation, ReservationId> _numbers = [];
        private readonly Dictionary<string, Ticket> _tickets = [];
        private int _turn;

        public async Task Step(int what, int pick, int detail)
        {
            await (what switch
            {
                < 14 => SignIn(detail),
                < 34 => Join(pick, detail),
                < 44 => Leave(pick),
                < 54 => Ask(pick, detail),
                < 66 => OfReservation(pick, Accept),
                < 72 => OfReservation(pick, TimeOut),
                < 76 => OfReservation(pick, Reject),
                < 80 => OfReservation(pick, Complete),
                < 84 => OfReservation(pick, Finish),
                < 86 => Heartbeat(pick),
                < 90 => OfReservation(pick, Lose),
                < 92 => Reattach(pick),
                _ => Passes(TimeSpan.FromSeconds(detail % 40)),
            });

            var rings = line.Tasks().OfType<HostTask.Ring>().ToList();
            rings.Select(ring => $"{ring.Call} to {ring.Consultant}").ShouldBe(_plain.Offers, $"after {what}, {pick}, {detail}");
            foreach (var (ring, reservation) in rings.Zip(_plain.Reservations.Where(one => !_numbers.ContainsKey(one)).ToList()))
                _numbers.Add(reservation, ring.Reservation);
            _plain.Offers.Clear();
            foreach (var consultant in _plain.Consultants)
                (await line.StateOf(ConsultantId.Parse(consultant.Id))).ShouldBe(consultant.State, $"{consultant.Id} after {what}, {pick}, {detail}");
        }

        private async Task SignIn(int detail)
        {
            var name = $"c{_plain.Consultants.Count}";
            if (_plain.Consultants.Count == Speakers.Length)
                return;
            var languages = Speakers[detail % Speakers.Length];
            await line.Arrives(name, languages);
            _plain.SignIn(new PlainConsultant
            {
                Id = name,
                Languages = languages.Split(' ').ToDictionary(spoken => spoken[..2], spoken => spoken[2] - '0'),
                State = ConsultantStatus.Available,
                Idle = line.Time.GetUtcNow(),
            });
        }

        private async Task Join(int pick, int detail)
        {
            var ticket = line.Ticket(
                Languages[pick % 3],
                detail % 3 == 0 ? Languages[(pick + 1) % 3] : null,
                detail % 5 == 0 ? PriorityBand.Priority : PriorityBand.Normal,
                call: $"call{_turn:000}");
            var joined = await line.Queue.JoinAsync(ticket);
            var expected = _plain.Join(new PlainCall
            {
                Id = ticket.Call.Value,
                Language = ticket.Language.Value,
                Second = ticket.SecondLanguage?.Value,
                Priority = ticket.Band is PriorityBand.Priority,
                Arrived = ticket.ArrivedAt,
                Turn = _turn++,
            });
            (joined is JoinResult.Joined).ShouldBe(expected);
            _tickets[ticket.Call.Value] = ticket;
        }

        private async Task Leave(int pick)
        {
            if (_plain.Calls.Count == 0)
                return;
            var call = _plain.Calls[pick % _plain.Calls.Count];
            await line.Queue.LeaveAsync(CallId.Parse(call.Id), LeaveReason.HungUp);
            _plain.Leave(call);
        }

        private async Task Ask(int pick, int detail)
        {
            if (_plain.Consultants.Count == 0)
                return;
            var consultant = _plain.Consultants[pick % _plain.Consultants.Count];
            var wish = (Availability)(detail % 8 < 5 ? 0 : detail % 8 - 4);
            await line.Consultants.SetStateAsync(ConsultantId.Parse(consultant.Id), wish);
            _plain.Ask(consultant, wish);
        }

        private async Task Heartbeat(int pick)
        {
            if (_plain.Calls.Count == 0)
                return;
            var call = _plain.Calls[pick % _plain.Calls.Count];
            await line.Queue.WaitAsync(_tickets[call.Id]);
            _plain.HeartbeatOf(call);
        }

        /// <summary>Mostly a live reservation; now and then an old one, whose events have to change nothing.</summary>
        private async Task OfReservation(int pick, Func<ReservationId, PlainReservation, Task> happens)
        {
            var live = _plain.Reservations.Where(one => one.State is ReservationState.Pending or ReservationState.Accepted or ReservationState.Wrapping).ToList();
            var among = pick % 7 == 0 || live.Count == 0 ? _plain.Reservations : live;
            if (among.Count > 0)
                await happens(_numbers[among[pick % among.Count]], among[pick % among.Count]);
        }

        private async Task Accept(ReservationId id, PlainReservation plain) =>
            (await line.Reservations.AcceptAsync(id) is AcceptResult.Accepted).ShouldBe(_plain.Accept(plain));

        private async Task TimeOut(ReservationId id, PlainReservation plain)
        {
            await line.Reservations.TimeOutAsync(id);
            _plain.Decline(plain, ReservationState.Timeout);
        }

        private async Task Reject(ReservationId id, PlainReservation plain)
        {
            await line.Reservations.RejectAsync(id);
            _plain.Decline(plain, ReservationState.Rejected);
        }

        private async Task Complete(ReservationId id, PlainReservation plain)
        {
            await line.Reservations.CompleteAsync(id, Party.Caller);
            _plain.Complete(plain);
        }

        private async Task Lose(ReservationId id, PlainReservation plain)
        {
            await line.Reservations.LoseAsync(id);
            _plain.Lose(plain);
        }

        private async Task Reattach(int pick)
        {
            if (_plain.Consultants.Count == 0)
                return;
            var among = _plain.Consultants.Where(one => one.Lost is not null).ToList() is { Count: > 0 } lost ? lost : _plain.Consultants;
            await line.Consultants.ReattachAsync(ConsultantId.Parse(among[pick % among.Count].Id));
            _plain.Reattach(among[pick % among.Count]);
        }

        private async Task Finish(ReservationId id, PlainReservation plain)
        {
            await line.Reservations.FinishWrapUpAsync(id);
            _plain.Finish(plain);
        }

        /// <summary>Offers that nobody takes to dial here would be given out twice; a host takes them at once.</summary>
        private async Task Passes(TimeSpan length)
        {
            foreach (var (plain, id) in _numbers.Where(pair => pair.Key.State is ReservationState.Pending))
                await line.Reservations.DialledAsync(id, "leg");
            line.Time.Advance(length);
            foreach (var consultant in _plain.Consultants.Where(one => one.State is not ConsultantStatus.Offline))
                await line.Consultants.BeatAsync(ConsultantId.Parse(consultant.Id));
            await line.Sweeps();
            _plain.Sweep();
        }
    }
}
