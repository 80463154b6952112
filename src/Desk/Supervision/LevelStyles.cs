namespace Infoline.Desk.Supervision;

/// <summary>The style class of a level.</summary>
internal static class LevelStyles
{
    public static string Css(this Level level) => level switch
    {
        Level.Alarm => "at-alarm",
        Level.Warning => "at-warning",
        _ => "at-rest",
    };
}
