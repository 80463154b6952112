using Infoline.Prompts;
using Infoline.Prompts.Hours;

namespace Infoline.Desk.Hours;

/// <summary>One sentence that a caller hears.</summary>
/// <param name="Language">In which language.</param>
/// <param name="Words">What is said.</param>
/// <param name="Audio">The addresses of the recordings that make it up, in order; empty when the network's voice says the words.</param>
public sealed record HeardLine(Language Language, string Words, IReadOnlyList<string> Audio);

/// <summary>What a caller hears at a moment.</summary>
/// <param name="Greeting">On dialling, before a language is chosen.</param>
/// <param name="Welcome">After the language is chosen.</param>
/// <param name="Consultant">After pressing 0.</param>
public sealed record HeardCall(IReadOnlyList<HeardLine> Greeting, IReadOnlyList<HeardLine> Welcome, IReadOnlyList<HeardLine> Consultant);

/// <summary>Lets the parts that answer callers answer nobody, at a moment of choice and with hours that need not hold yet.</summary>
public interface IRehearsal
{
    /// <summary>What a caller would hear who dials at this moment, chooses this language and presses 0 at once; there is nobody before them in the queue.</summary>
    HeardCall CallAt(DateTimeOffset at, Language language, OpeningHours hours);
}
