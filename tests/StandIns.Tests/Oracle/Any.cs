using CsCheck;

namespace Infoline.StandIns.Tests.Oracle;

/// <summary>Generators that choose.</summary>
internal static class Any
{
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
