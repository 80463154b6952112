namespace Infoline.Routing.Tests.Model;

internal sealed class PlainCall
{
    public required string Id { get; init; }
    public required string Language { get; init; }
    public string? Second { get; init; }
    public bool Priority { get; init; }
    public required DateTimeOffset Arrived { get; init; }
    public required int Turn { get; init; }
    public string State { get; set; } = "waiting";
    public int Step { get; set; } = 1;
    public Dictionary<string, DateTimeOffset> Tried { get; } = [];

    /// <summary>The consultant who was lost in the conversation; until the next one the call comes before everybody.</summary>
    public PlainConsultant? Keeper { get; set; }

    /// <summary>Until when the call waits for its keeper alone.</summary>
    public DateTimeOffset HeldUntil { get; set; }
    public PlainReservation? Reservation { get; set; }
}

internal sealed class PlainConsultant
{
    public required string Id { get; init; }
    public required Dictionary<string, int> Languages { get; init; }
    public ConsultantStatus State { get; set; }
    public Availability? Next { get; set; }
    public DateTimeOffset Idle { get; set; }
    public int Misses { get; set; }
    public bool Missed { get; set; }
    public bool Vanished { get; set; }

    /// <summary>The conversation in which their telephone was lost, until it is back or they say what they are to be.</summary>
    public PlainReservation? Lost { get; set; }
    public PlainReservation? Reservation { get; set; }
}

internal sealed class PlainReservation
{
    public required PlainCall Call { get; init; }
    public required PlainConsultant Consultant { get; init; }
    public ReservationState State { get; set; } = ReservationState.Pending;
    public DateTimeOffset Deadline { get; set; }
}

/// <summary>
/// The rules of the queue in plain objects and loops over everything, as one would explain them at a desk: what the scripts do in
/// logarithmic time has to come out the same.
/// </summary>
internal sealed class PlainQueue(RoutingOptions rules, Func<DateTimeOffset> clock)
{
    public List<PlainCall> Calls { get; } = [];
    public List<PlainConsultant> Consultants { get; } = [];
    public List<PlainReservation> Reservations { get; } = [];

    /// <summary>The offers that were made since the last look, as "call to consultant".</summary>
    public List<string> Offers { get; } = [];

    public bool Join(PlainCall call)
    {
        if (!Spoken(call.Language) && !(call.Second is not null && Spoken(call.Second)))
            return false;
        Calls.Add(call);
        Relax(call);
        Match();
        return true;
    }

    public void Leave(PlainCall call)
    {
        var (before, reservation) = (call.State, call.Reservation);
        call.State = "gone";
        if (before is "offered")
        {
            reservation!.State = ReservationState.Rescinded;
            Settle(reservation.Consultant);
        }
        else if (before is "connected")
        {
            WrapUp(reservation!);
        }
    }

    public void SignIn(PlainConsultant consultant)
    {
        Consultants.Add(consultant);
        Match();
    }

    public void Ask(PlainConsultant consultant, Availability wish)
    {
        if (consultant.State is ConsultantStatus.Reserved or ConsultantStatus.OnCall or ConsultantStatus.WrapUp)
        {
            consultant.Next = wish;
            return;
        }

        if (consultant.State is ConsultantStatus.Offline)
            return;
        consultant.Lost = null;
        if (wish is Availability.Available && consultant.State is not ConsultantStatus.Available)
            consultant.Misses = 0;
        Become(consultant, wish);
    }

    public bool Accept(PlainReservation reservation)
    {
        if (reservation.State is not ReservationState.Pending)
            return reservation.State is ReservationState.Accepted;
        reservation.State = ReservationState.Accepted;
        reservation.Deadline = clock() + rules.LongestTalk;
        reservation.Call.State = "connected";
        reservation.Call.Tried.Clear();
        (reservation.Call.Keeper, reservation.Call.HeldUntil) = (null, default);
        reservation.Consultant.State = ConsultantStatus.OnCall;
        reservation.Consultant.Misses = 0;
        return true;
    }

    public void Decline(PlainReservation reservation, ReservationState outcome)
    {
        if (reservation.State is not ReservationState.Pending)
            return;
        reservation.State = outcome;
        var (call, consultant) = (reservation.Call, reservation.Consultant);
        call.State = "waiting";
        call.Tried[consultant.Id] = clock() + (outcome is ReservationState.Rejected ? rules.CoolDownAfterRefusal : rules.CoolDownAfterMiss);
        Relax(call);
        Match();
        if (outcome is ReservationState.Canceled)
        {
            consultant.Vanished = true;
        }
        else
        {
            consultant.Misses = outcome is ReservationState.Timeout ? consultant.Misses + 1 : 0;
            consultant.Missed = consultant.Misses >= rules.MissesUntilNotReady;
            if (consultant.Missed)
                consultant.Misses = 0;
        }

        Settle(consultant);
    }

    public void Complete(PlainReservation reservation)
    {
        if (reservation.State is not ReservationState.Accepted)
            return;
        reservation.Call.State = "gone";
        WrapUp(reservation);
    }

    public void Finish(PlainReservation reservation)
    {
        if (reservation.State is not ReservationState.Wrapping)
            return;
        reservation.State = ReservationState.Completed;
        reservation.Consultant.Idle = clock();
        Settle(reservation.Consultant);
    }

    public void Lose(PlainReservation reservation)
    {
        if (reservation.State is not ReservationState.Accepted)
            return;
        reservation.State = ReservationState.Completed;
        var (call, consultant) = (reservation.Call, reservation.Consultant);
        (consultant.Idle, consultant.Lost) = (clock(), reservation);
        Settle(consultant);
        (call.State, call.Keeper) = ("waiting", consultant);
        if (consultant.Lost is not null)
            call.HeldUntil = clock() + rules.ReattachWithin;
        Relax(call);
        Match();
    }

    public void Reattach(PlainConsultant consultant)
    {
        if (consultant.Lost?.Call is not { } call)
            return;
        consultant.Lost = null;
        if (call.State is "waiting" && call.Keeper == consultant)
        {
            call.HeldUntil = default;
            Offer(call, consultant);
        }
        else
        {
            Settle(consultant);
        }
    }

    public void HeartbeatOf(PlainCall call)
    {
        if (call.State is not "waiting")
            return;
        Relax(call);
        Match();
    }

    /// <summary>What the sweep does at a moment at which every desk is alive.</summary>
    public void Sweep()
    {
        foreach (var call in Calls.Where(call => call.State is "waiting"))
            Relax(call);
        Match();
        foreach (var reservation in Reservations.Where(one => one.Deadline <= clock()).OrderBy(one => one.Deadline).ToList())
        {
            if (reservation.State is ReservationState.Pending)
                Decline(reservation, ReservationState.Timeout);
            else
                Finish(reservation);
        }
    }

    private bool Spoken(string language, int level = 1) =>
        Consultants.Any(consultant => consultant.State is not ConsultantStatus.Offline && consultant.Languages.GetValueOrDefault(language) >= level);

    private void Relax(PlainCall call)
    {
        var waited = clock() - call.Arrived;
        if (call.Step == 1 && (waited >= rules.AnyLevelAfter || !Spoken(call.Language, 4)))
            call.Step = 2;
        if (call.Step == 2 && call.Second is not null && (waited >= rules.SecondLanguageAfter || !Spoken(call.Language)))
            call.Step = 3;
    }

    private void Become(PlainConsultant consultant, Availability wish)
    {
        consultant.State = wish switch
        {
            Availability.Available => ConsultantStatus.Available,
            Availability.Pause => ConsultantStatus.Pause,
            Availability.NotReady => ConsultantStatus.NotReady,
            _ => ConsultantStatus.Offline,
        };
        if (wish is Availability.Offline)
        {
            foreach (var call in Calls.Where(call => call.State is "waiting" && consultant.Languages.ContainsKey(call.Language)).OrderBy(Order).ToList())
            {
                Relax(call);
                Match();
            }
        }

        Match();
    }

    private void Settle(PlainConsultant consultant)
    {
        var wish = consultant.Next is { } next and not Availability.Available ? next
            : consultant.Missed || consultant.Vanished || consultant.Lost is not null ? Availability.NotReady
            : Availability.Available;
        if (wish is not Availability.NotReady || consultant.Next is Availability.NotReady)
            consultant.Lost = null;
        (consultant.Next, consultant.Missed, consultant.Vanished, consultant.Reservation) = (null, false, false, null);
        Become(consultant, wish);
    }

    private void WrapUp(PlainReservation reservation)
    {
        reservation.State = ReservationState.Wrapping;
        reservation.Deadline = clock() + rules.WrapUp;
        reservation.Consultant.State = ConsultantStatus.WrapUp;
    }

    private (bool, DateTimeOffset, int) Order(PlainCall call) => (call.Keeper is null, call.Arrived - (call.Priority ? rules.HeadStart : TimeSpan.Zero), call.Turn);

    /// <summary>While anybody free and anybody waiting may meet: the first caller meets the first of their consultants.</summary>
    private void Match()
    {
        while (Calls.Where(call => call.State is "waiting").OrderBy(Order).FirstOrDefault(call => Candidates(call).Any()) is { } call)
        {
            var consultant = Candidates(call).OrderBy(one => one.Languages.Count).ThenBy(one => one.Idle).ThenBy(one => one.Id, StringComparer.Ordinal).First();
            Offer(call, consultant);
        }
    }

    private void Offer(PlainCall call, PlainConsultant consultant)
    {
        var reservation = new PlainReservation { Call = call, Consultant = consultant, Deadline = clock() + rules.RingTime + rules.RingMargin };
        Reservations.Add(reservation);
        (call.State, call.Reservation) = ("offered", reservation);
        (consultant.State, consultant.Reservation) = (ConsultantStatus.Reserved, reservation);
        Offers.Add($"{call.Id} to {consultant.Id}");
    }

    private IEnumerable<PlainConsultant> Candidates(PlainCall call) => Consultants.Where(consultant =>
        consultant.State is ConsultantStatus.Available
        && !(call.Tried.TryGetValue(consultant.Id, out var till) && till > clock())
        && (call.HeldUntil <= clock() || call.Keeper == consultant)
        && (consultant.Languages.GetValueOrDefault(call.Language) >= (call.Step == 1 ? 4 : 1)
            || (call.Step == 3 && call.Second is not null && consultant.Languages.ContainsKey(call.Second))));
}
