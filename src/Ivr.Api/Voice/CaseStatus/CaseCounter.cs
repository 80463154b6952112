using Infoline.Cases.Lookup;
using Infoline.Ivr.Voice.CallEnd;
using Infoline.Ivr.Voice.Telephony;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>Where a caller's confirmed keys meet the register, and what follows from the answer.</summary>
internal sealed class CaseCounter(CaseLookup lookup, CaseNote note, CallerKeys callers, CallJournal journal)
{
    public async Task<CaseTurn> LookUpAsync(CaseTurn.LookUp wish, VoiceRequest request, CancellationToken cancel)
    {
        var result = await lookup.FindAsync(new LookupRequest(request.CallSid, callers.Of(request.From), wish.Number, wish.Born), cancel);
        journal.Note(request.CallSid, wish.Place, $"case-{result.Name}");
        if (result is LookupResult.Found(var file))
            await note.LeaveAsync(request.CallSid, file.Id, cancel);
        return After(wish.Place, result, TextNumber.Reaches(request.From) ? TextOffer.Possible : TextOffer.Impossible);
    }

    /// <summary>What a caller hears after a look-up. A wrong number and a wrong date are one case here, as they are in the register's answer.</summary>
    private static CaseTurn.Ask After(CallPlace place, LookupResult result, TextOffer text) => result switch
    {
        LookupResult.Found(var file) => new(place, new CaseState.Told(CaseNews.Of(file), text), []),
        LookupResult.NoMatch { TriesLeft: > 0 } => new(place, new CaseState.Number(), [CasePrompts.NoMatch]),
        LookupResult.NoMatch or LookupResult.Paused => Halted(place, HaltReason.Paused),
        LookupResult.Several => Halted(place, HaltReason.Several),
        LookupResult.Unavailable => Halted(place, HaltReason.Unavailable),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static CaseTurn.Ask Halted(CallPlace place, HaltReason reason) => new(place, new CaseState.Halted(reason), []);
}
