using Twilio.Security;

namespace Infoline.StandIns.Tests;

/// <summary>Which libraries stand behind the vendors' names in this build.</summary>
internal static class Vendor
{
    /// <summary>True in a build with OfficialSdks=true.</summary>
    public static bool IsOfficial { get; } =
        string.Equals(typeof(RequestValidator).Assembly.GetName().Name, "Twilio", StringComparison.Ordinal);
}
