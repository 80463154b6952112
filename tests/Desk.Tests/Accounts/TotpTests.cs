using System.Text;
using CsCheck;
using Infoline.Desk.Accounts;

namespace Infoline.Desk.Tests.Accounts;

public sealed class TotpTests
{
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 4226, appendix D.
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(2, "359152")]
    [InlineData(3, "969429")]
    [InlineData(4, "338314")]
    [InlineData(5, "254676")]
    [InlineData(6, "287922")]
    [InlineData(7, "162583")]
    [InlineData(8, "399871")]
    [InlineData(9, "520489")]
    public void Codes_are_those_of_the_standard(long counter, string code) => Totp.Code(Key, counter).ShouldBe(code);

    // RFC 6238, appendix B: the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_of_a_moment_are_those_of_the_standard(long seconds, string code) =>
        Totp.Code(Secret, DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(code);

    [Theory]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(-60, false)]
    [InlineData(60, false)]
    public void A_clock_may_be_half_a_minute_wrong(int secondsOff, bool fits)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

        (Totp.Match(Secret, Totp.Code(Secret, now.AddSeconds(secondsOff)), now, 0) is not null).ShouldBe(fits);
    }

    [Fact]
    public void A_code_counts_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = Totp.Code(Secret, now);

        var step = Totp.Match(Secret, code, now, 0).ShouldNotBeNull();

        Totp.Match(Secret, code, now, step).ShouldBeNull();
        Totp.Match(Secret, code, now.AddSeconds(20), step).ShouldBeNull();
    }

    [Fact]
    public void A_code_may_be_typed_in_two_groups()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = Totp.Code(Secret, now);

        Totp.Match(Secret, $" {code[..3]} {code[3..]} ", now, 0).ShouldNotBeNull();
    }

    [Fact]
    public void No_text_breaks_the_check() => Gen.String.Sample(text => Totp.Match(Secret, text, DateTimeOffset.UnixEpoch, long.MaxValue) is null);

    [Fact]
    public void New_secrets_are_read_back_as_they_were_made() => Gen.Int[0, 1000].Sample(_ =>
    {
        var secret = Totp.NewSecret();
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        return secret.Length == 32 && Totp.Match(secret, Totp.Code(secret, now), now, 0) is not null;
    });
}
