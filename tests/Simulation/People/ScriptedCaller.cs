using System.Collections.Concurrent;
using System.Globalization;
using Infoline.PhoneNetwork;

namespace Infoline.Simulation;

/// <summary>
/// A caller: chooses a language, listens, presses right and wrong keys, asks about a case, asks for a consultant, waits, wants to be
/// called back, talks, loses patience at any moment, and calls again.
/// </summary>
internal sealed class ScriptedCaller(Day day, int number, Chance chance, TimeSpan comesAt)
{
    private static readonly TimeSpan NobodyThere = TimeSpan.FromSeconds(60);
    private readonly string _from = string.Create(CultureInfo.InvariantCulture, $"+48600{number:000000}");
    private readonly ConcurrentQueue<string> _calledBack = new();
    private readonly char _language = chance.Weighted((0.5, '1'), (0.2, '2'), (0.3, '3'));
    private bool _gaveUp;
    private bool _wantsCallback;

    private enum Goal
    {
        Listens,
        AsksAboutCase,
        WantsConsultant,
    }

    public async Task LiveAsync()
    {
        try
        {
            await day.Network.Passes(comesAt);
            await CallAsync();
            if (_gaveUp && chance.Is(0.35))
            {
                await day.Network.Passes(chance.Seconds(20, 280));
                Did("called again");
                await CallAsync();
            }
        }
        finally
        {
            day.CallerIsDone();
        }

        if (_wantsCallback)
            await IsCalledBackAsync();
    }

    private async Task CallAsync()
    {
        _gaveUp = false;
        var call = day.Network.Dial(_from);
        day.Ledger.Dialled(call.Call.Sid, _calledBack);
        Did("dialled");
        await WalkAsync(call);
        if (IsOver(call))
            return;
        call.HangsUp();
        while (!IsOver(call))
            await day.Network.Passes(TimeSpan.FromSeconds(1));
    }

    private async Task WalkAsync(Handset call)
    {
        if (!await ListensAsync(call, 2, 20, "at the greeting"))
            return;
        if (chance.Is(0.03))
            await day.Network.Passes(chance.Seconds(20, 60));
        call.Presses(_language);
        if (!await ListensAsync(call, 1, 12, "in the menu"))
            return;
        switch (chance.Weighted((0.45, Goal.Listens), (0.15, Goal.AsksAboutCase), (0.40, Goal.WantsConsultant)))
        {
            case Goal.Listens:
                await WanderAsync(call, chance.OneOf(1, 2, 3, 4, 5));
                break;
            case Goal.AsksAboutCase:
                await AskAboutCaseAsync(call);
                break;
            case Goal.WantsConsultant:
                if (await WanderAsync(call, chance.OneOf(0, 0, 0, 1, 2)))
                    await AskForConsultantAsync(call);
                break;
        }
    }

    /// <summary>False when the caller has had enough, or the call is over.</summary>
    private async Task<bool> ListensAsync(Handset call, double least, double most, string where)
    {
        await day.Network.Passes(chance.Seconds(least, most));
        if (IsOver(call))
            return false;
        if (!chance.Is(0.02))
            return true;
        Did($"hung up {where}");
        return false;
    }

    private async Task<bool> WanderAsync(Handset call, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            call.Presses(chance.OneOf('1', '1', '2', '2', '3', '4', '5', '7', '8', '9', '*', '#'));
            if (!await ListensAsync(call, 3, 25, "in the menu"))
                return false;
        }

        return true;
    }

    private async Task AskAboutCaseAsync(Handset call)
    {
        Did("asked about a case");
        call.Presses("#6");
        foreach (var keys in (string[])["511#", "2026", "0503", "1990", "1"])
        {
            if (!await ListensAsync(call, 2, 6, "while keying a case"))
                return;
            call.Presses(keys);
        }

        if (await ListensAsync(call, 5, 40, "at the stage of a case") && chance.Is(0.2))
            await AskForConsultantAsync(call);
    }

    private async Task AskForConsultantAsync(Handset call)
    {
        Did("asked for a consultant");
        call.Presses('0');
        var patience = chance.About(420, 15, 2400);
        var talks = chance.Is(0.55) ? chance.About(110, 8, 900) : TimeSpan.FromHours(1);
        var (waited, talked, alone) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        while (!IsOver(call))
        {
            var step = chance.Seconds(3, 11);
            await day.Network.Passes(step);
            if (call.Call.Hears.Count > 0)
            {
                (talked, alone) = (talked + step, TimeSpan.Zero);
                if (talked < talks)
                    continue;
                Did("hung up in a conversation");
                return;
            }

            if (talked > TimeSpan.Zero)
            {
                alone += step;
                if (alone < NobodyThere || chance.Is(0.5))
                    continue;
                return;
            }

            waited += step;
            if (waited > patience)
            {
                Did("hung up while waiting");
                _gaveUp = true;
                return;
            }

            if (await PressesWhileWaitingAsync(call, waited))
                return;
        }
    }

    /// <summary>True when the caller is to be called back.</summary>
    private async Task<bool> PressesWhileWaitingAsync(Handset call, TimeSpan waited)
    {
        if (chance.Is(0.02))
            call.Presses(chance.OneOf('2', '3', '5', '7'));
        if (chance.Is(0.004))
        {
            Did("went from the queue to the menu and came back");
            call.Presses('#');
            await day.Network.Passes(chance.Seconds(3, 20));
            if (!IsOver(call))
                call.Presses('0');
        }

        if (waited < TimeSpan.FromSeconds(90) || !chance.Is(0.03))
            return false;
        Did("asked to be called back");
        _wantsCallback = true;
        foreach (var key in "111")
        {
            if (IsOver(call) || call.Call.Hears.Count > 0)
                return false;
            call.Presses(key);
            await day.Network.Passes(chance.Seconds(2, 6));
        }

        await day.Network.Passes(TimeSpan.FromSeconds(25));
        return true;
    }

    /// <summary>The telephone may ring from now on; what they do when it does is another throw of the dice.</summary>
    private async Task IsCalledBackAsync()
    {
        var phone = day.Network.Subscriber(_from);
        while (!day.IsQuiet)
        {
            Handset call;
            try
            {
                call = await phone.Rings(TimeSpan.FromMinutes(1));
            }
            catch (NotHeardException)
            {
                continue;
            }

            if (phone.Calls.Count(other => !IsOver(other)) > 1)
                day.Ledger.Breach("a caller was called back twice at once", string.Join(Environment.NewLine, phone.Calls.Where(other => !IsOver(other)).Select(other => other.Call.Transcript)));
            _calledBack.Enqueue(call.Call.Sid);
            await AnswerCallbackAsync(call);
        }
    }

    private async Task AnswerCallbackAsync(Handset call)
    {
        switch (chance.Weighted((0.8, "answered"), (0.08, "missed"), (0.05, "refused"), (0.04, "answered and pressed nothing"), (0.03, "needs none any more")))
        {
            case "missed":
                Did("missed a callback");
                break;
            case "refused":
                Did("refused a callback");
                await day.Network.Passes(chance.Seconds(1, 5));
                call.Declines();
                break;
            case "answered and pressed nothing":
                Did("answered a callback and pressed nothing");
                await day.Network.Passes(chance.Seconds(1, 10));
                call.Answers();
                await day.Network.Passes(chance.Seconds(5, 60));
                call.HangsUp();
                break;
            case "needs none any more":
                Did("needed no callback any more");
                await day.Network.Passes(chance.Seconds(1, 10));
                call.Answers();
                await day.Network.Passes(chance.Seconds(2, 5));
                call.Presses('2');
                break;
            default:
                Did("answered a callback");
                await day.Network.Passes(chance.Seconds(1, 10));
                call.Answers();
                await day.Network.Passes(chance.Seconds(1, 8));
                call.Presses('1');
                await day.Network.Passes(chance.About(120, 20, 900));
                call.HangsUp();
                break;
        }

        for (var waited = 0; waited < 60 && !IsOver(call); waited++)
            await day.Network.Passes(TimeSpan.FromSeconds(5));
    }

    private static bool IsOver(Handset call) => call.Call.EndedAt is not null;

    private void Did(string what) => day.Ledger.Count(Parts.Callers, what);
}
