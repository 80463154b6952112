using System.Collections.Concurrent;

namespace Infoline.Routing.Tests.Model;

/// <summary>Several nodes at once, with no order among their events: the rules hold whatever comes first.</summary>
public sealed class ManyNodesTests(Stores stores)
{
    private const int Nodes = 3;
    private const int WorkersOfANode = 2;
    private const int EventsOfAWorker = 120;

    [Theory, OnBothStores]
    public async Task Events_on_many_nodes_at_once_never_break_the_rules(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store, options => options.WrapUp = TimeSpan.FromSeconds(1));
        await using var second = line.OtherNode();
        await using var third = line.OtherNode();
        Line[] nodes = [line, second, third];
        string[] languages = ["pl5", "pl5 en4", "pl3 uk5", "uk5 en5 pl4", "en2 pl5"];
        for (var i = 0; i < languages.Length; i++)
            await line.Arrives($"c{i}", languages[i]);
        var tickets = new ConcurrentBag<Ticket>();
        var rings = new ConcurrentBag<HostTask.Ring>();
        var accepted = new ConcurrentBag<(CallId Call, ReservationId Reservation)>();
        var lost = new ConcurrentBag<ReservationId>();

        await Task.WhenAll(Enumerable.Range(0, Nodes * WorkersOfANode).Select(worker => Task.Run(async () =>
        {
            var node = nodes[worker % Nodes];
            var random = new Random(worker + 1);
            for (var i = 0; i < EventsOfAWorker; i++)
            {
                await HappensAsync(node, random, $"w{worker}-{i}", tickets, accepted, lost, rings);
                foreach (var ring in node.Tasks().OfType<HostTask.Ring>())
                    rings.Add(ring);
            }
        })));

        accepted.Distinct().ExceptBy(lost, one => one.Reservation).GroupBy(one => one.Call).ShouldAllBe(call => call.Count() == 1, "only a lost conversation is followed by another");
        lost.ShouldBeUnique();
        rings.Select(ring => ring.Reservation).ShouldBeUnique();
        accepted.Select(one => one.Reservation).ShouldBeSubsetOf(rings.Select(ring => ring.Reservation));
        accepted.ShouldNotBeEmpty();
        await Audit.OfAsync(line);
    }

    [Theory, OnBothStores]
    public async Task Of_many_nodes_that_accept_one_offer_at_once_all_get_the_same_answer_and_the_call_is_taken_once(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await using var other = line.OtherNode();
        await line.Arrives("anna", "pl5");
        await line.Asks();
        var ring = line.Rings();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? line : other).Reservations.AcceptAsync(ring.Reservation)));

        answers.Distinct().ShouldHaveSingleItem().ShouldBeOfType<AcceptResult.Accepted>();
        (await line.Board.SnapshotAsync()).Today.Connected.ShouldBe(1);
    }

    private static async Task HappensAsync(
        Line node,
        Random random,
        string name,
        ConcurrentBag<Ticket> tickets,
        ConcurrentBag<(CallId Call, ReservationId Reservation)> accepted,
        ConcurrentBag<ReservationId> lost,
        ConcurrentBag<HostTask.Ring> rings)
    {
        var ticket = tickets.IsEmpty ? null : tickets.ElementAt(random.Next(tickets.Count));
        var reservation = rings.IsEmpty ? (ReservationId?)null : rings.ElementAt(random.Next(Math.Min(rings.Count, 8))).Reservation;
        var consultant = ConsultantId.Parse($"c{random.Next(5)}");
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                var joins = node.Ticket(new[] { "pl", "en", "uk" }[random.Next(3)], random.Next(2) == 0 ? "pl" : null, (PriorityBand)random.Next(2), call: name);
                if (await node.Queue.JoinAsync(joins) is JoinResult.Joined)
                    tickets.Add(joins);
                break;
            case 3 when ticket is not null:
                await node.Queue.LeaveAsync(ticket.Call, LeaveReason.HungUp);
                break;
            case 4 when ticket is not null:
                await node.Queue.WaitAsync(ticket);
                break;
            case 5 or 6 when reservation is { } taken:
                if (await node.Reservations.AcceptAsync(taken) is AcceptResult.Accepted answer)
                    accepted.Add((answer.Call, taken));
                break;
            case 7 when reservation is { } missed:
                await (random.Next(2) == 0 ? node.Reservations.TimeOutAsync(missed) : node.Reservations.RejectAsync(missed));
                break;
            case 8 when reservation is { } over:
                await node.Reservations.CompleteAsync(over, Party.Caller);
                await node.Reservations.FinishWrapUpAsync(over);
                break;
            case 9 when reservation is { } talk:
                if ((await node.Reservations.LoseAsync(talk)).Applied)
                    lost.Add(talk);
                break;
            case 10:
                await node.Consultants.ReattachAsync(consultant);
                break;
            default:
                await node.Consultants.SetStateAsync(consultant, random.Next(4) == 0 ? Availability.Pause : Availability.Available);
                break;
        }
    }
}
