namespace Infoline.PhoneNetwork;

/// <summary>What goes wrong with a request.</summary>
public abstract record Disturbance
{
    private Disturbance()
    {
    }

    /// <summary>It never arrives: whoever sent it cannot connect.</summary>
    public static Disturbance Lost { get; } = new IsLost();

    /// <summary>It arrives and is dealt with, but no answer comes back.</summary>
    public static Disturbance AnswerLost { get; } = new LosesAnswer();

    /// <summary>It arrives once more, a moment later.</summary>
    public static Disturbance Repeated { get; } = new IsRepeated(1, TimeSpan.FromMilliseconds(200));

    /// <summary>A callback waits until the next one of its kind has passed, ten seconds at most.</summary>
    public static Disturbance Overtaken { get; } = new IsOvertaken();

    /// <summary>It arrives <paramref name="times"/> times more, each time after <paramref name="apart"/>.</summary>
    public static Disturbance RepeatedTimes(int times, TimeSpan apart) => new IsRepeated(times, apart);

    /// <summary>A callback arrives late; of a document or of a REST request the answer comes back late.</summary>
    public static Disturbance Late(TimeSpan by) => new IsLate(by);

    /// <summary>It never arrives, and something on the way answers with this HTTP status.</summary>
    public static Disturbance Refused(int status) => new IsRefused(status);

    /// <summary>It arrives and is dealt with, but the answer that comes back is this HTTP status.</summary>
    public static Disturbance AnsweredInstead(int status) => new IsAnswered(status);

    internal sealed record IsLost : Disturbance;

    internal sealed record LosesAnswer : Disturbance;

    internal sealed record IsRepeated(int Times, TimeSpan Apart) : Disturbance;

    internal sealed record IsOvertaken : Disturbance;

    internal sealed record IsLate(TimeSpan By) : Disturbance;

    internal sealed record IsRefused(int Status) : Disturbance;

    internal sealed record IsAnswered(int Status) : Disturbance;
}
