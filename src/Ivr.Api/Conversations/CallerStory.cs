using Infoline.Cases.Desk;
using Infoline.Desk.Live;
using Infoline.Desk.Work;
using Infoline.Ivr.Voice;
using Infoline.Ivr.Voice.CaseStatus;
using Infoline.Ivr.Voice.Recorder;
using Infoline.Routing;

namespace Infoline.Ivr.Conversations;

/// <summary>What a consultant is told of a caller before the first word.</summary>
internal sealed record Story(string? Topic, string Number, IReadOnlyList<HeardStep> Path, IReadOnlyList<EarlierCall> Earlier, DeskCase? Case, RecordingState Recording)
{
    public override string ToString() => nameof(Story);
}

/// <summary>
/// Gathers the story of a call: the way through the menu, earlier calls, the number, the verified case, whether it is recorded. Each part may be missing while its
/// source is down; the call goes on without it.
/// </summary>
internal sealed class CallerStory(CallNotes notes, MenuPath path, CallerNumbers numbers, EarlierCalls earlier, VerifiedCases cases)
{
    public async Task<Story> OfAsync(LiveConversation live, CancellationToken cancel)
    {
        var told = await notes.OfAsync(live.Reservation.Call, cancel);
        return new Story(
            path.TitleOf(live.Call.Ticket.Topic),
            await numbers.OfAsync(live, cancel),
            path.Of(told.GetValueOrDefault(CallPathNote.Name)),
            await earlier.OfAsync(live, cancel),
            await cases.OfAsync(live, told.GetValueOrDefault(CaseNote.Name), cancel),
            RecorderNotes.StateOf(told));
    }
}

/// <summary>The way through the menu in the words of the desk.</summary>
internal sealed class MenuPath(LineContent content, TopicNames topics)
{
    /// <summary>The name of a node; null for the main menu, which is no topic.</summary>
    public string? TitleOf(string? node) => string.Equals(node, content.Menu.Start.Id, StringComparison.Ordinal) ? null : topics.NameOf(node);

    /// <summary>What was heard, from the note of the call.</summary>
    public IReadOnlyList<HeardStep> Of(string? note) => CallPathNote.Read(note).Pairwise(StepOf);

    private HeardStep? StepOf(PathStep step, PathStep? next)
    {
        if (content.Menu.Find(step.Node) is not { } node || TitleOf(step.Node) is not { } title)
            return null;
        var length = node.Play.Where(key => content.Prompts.Find(key).Placeholders.Count == 0)
            .Sum(key => content.Prompts.Compose(step.Language, key).Sum(clip => clip.Recording?.Length.TotalSeconds ?? 0));
        return new HeardStep(title, step.At, WasHeardOut: next is { } then && (then.At - step.At).TotalSeconds >= length);
    }
}
