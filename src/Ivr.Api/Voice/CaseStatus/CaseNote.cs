using System.Globalization;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>
/// The verified case rides with its call, so that the consultant's desk can open it: the note <see cref="Name"/> holds the row's own
/// number, <see cref="Cases.Register.CaseFile.Id"/>, in decimal digits.
/// </summary>
internal sealed partial class CaseNote(CallNotes notes, ILogger<CaseNote> logger)
{
    /// <summary>The name of the note.</summary>
    public const string Name = "case";

    /// <summary>Leaves the note. Without the store the caller is served all the same.</summary>
    public async Task LeaveAsync(string callSid, long caseId, CancellationToken cancel)
    {
        try
        {
            await notes.NoteAsync(CallId.Parse(callSid), Name, caseId.ToString(CultureInfo.InvariantCulture), cancel);
        }
        catch (RoutingUnavailableException fault)
        {
            NotLeft(logger, fault);
        }
    }

    [LoggerMessage(EventName = "CaseNotNoted", Level = LogLevel.Warning, Message = "The verified case could not be noted with its call; a consultant would have to ask again")]
    private static partial void NotLeft(ILogger logger, Exception fault);
}
