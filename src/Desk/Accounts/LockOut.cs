namespace Infoline.Desk.Accounts;

/// <summary>
/// The pauses after wrong passwords or codes. Each guess past the free ones closes the name for longer: 1 minute, 2, 4, ... up to
/// an hour, so that a day leaves fewer than thirty guesses, while one who mistypes waits a minute.
/// </summary>
internal static class LockOut
{
    /// <summary>So many wrong guesses in a row cost nothing.</summary>
    public const int FreeGuesses = 5;

    /// <summary>A name nobody tried for so long starts from the beginning.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>How long the name is closed after so many wrong guesses in a row.</summary>
    public static TimeSpan PauseAfter(int failures) => failures < FreeGuesses
        ? TimeSpan.Zero
        : TimeSpan.FromMinutes(Math.Min(LongestPause.TotalMinutes, Math.Pow(2, Math.Min(failures - FreeGuesses, 10))));
}
