using CsCheck;
using Infoline.Ivr.Hosting;
using Infoline.Ivr.Voice.Callback;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.Ivr.Tests.Callback;

public sealed class CallbackNumbersTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private readonly CallbackNumbers _numbers;

    public CallbackNumbersTests() => _numbers = Numbers("one-secret-of-at-least-32-characters");

    [Theory]
    [InlineData("600100200", "+48600100200", "600100200")]
    [InlineData("426641000", "+48426641000", "426641000")]
    [InlineData("0048600100200", "+48600100200", "600100200")]
    [InlineData("00380671234567", "+380671234567", "00380671234567")]
    [InlineData("004915112345678", "+4915112345678", "004915112345678")]
    public void A_number_is_taken_as_it_is_dialled_in_Poland_and_read_back_so(string typed, string number, string readBack)
    {
        _numbers.Typed(typed).ShouldBe(number);
        _numbers.ReadBack(number).ShouldBe(readBack);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("112")]
    [InlineData("60010020")]
    [InlineData("600100200*")]
    [InlineData("00999123456789")]
    [InlineData("700123456")]
    [InlineData("800123456")]
    [InlineData("426641797")]
    [InlineData("123456789012345678901234567890")]
    public void What_is_no_number_costs_more_than_a_call_or_is_the_line_itself_is_not_taken(string typed) => _numbers.Typed(typed).ShouldBeNull();

    [Theory]
    [InlineData("+48600100200", "+48600100200")]
    [InlineData("+266696687", null)]
    [InlineData("anonymous", null)]
    [InlineData("client:someone", null)]
    [InlineData("", null)]
    public void The_number_of_the_caller_is_known_unless_it_is_withheld_or_no_telephone(string from, string? number) => _numbers.OfCaller(from).ShouldBe(number);

    [Fact]
    public void Whatever_is_typed_gives_a_number_that_can_be_read_back_or_nothing() => Gen.String[Gen.Char["0123456789*#"], 0, 30].Sample(typed =>
    {
        if (_numbers.Typed(typed) is { } number)
        {
            number.ShouldStartWith("+");
            _numbers.ReadBack(number).ShouldAllBe(digit => char.IsAsciiDigit(digit));
            _numbers.Typed(_numbers.ReadBack(number)).ShouldBe(number);
        }
    });

    [Fact]
    public void A_sealed_number_opens_on_every_node_for_half_an_hour_and_tells_nothing()
    {
        var text = _numbers.Seal("+48600100200");

        text.ShouldAllBe(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' || letter == '_');
        text.ShouldNotContain("600100200");
        _numbers.Seal("+48600100200").ShouldNotBe(text);
        Numbers("one-secret-of-at-least-32-characters").Open(text).ShouldBe("+48600100200");
        Numbers("another-secret-of-at-least-32-characters").Open(text).ShouldBeNull();
        _time.Advance(TimeSpan.FromMinutes(31));
        _numbers.Open(text).ShouldBeNull();
    }

    [Fact]
    public void A_sealed_number_that_was_changed_does_not_open()
    {
        var text = _numbers.Seal("+48600100200");

        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Char["ABCxyz019-_=.! "]).Where((at, letter) => text[at] != letter).Sample((at, letter) =>
        {
            // The last letter of the text carries fewer bits than a letter can.
            var changed = string.Concat(text.AsSpan(0, at), letter.ToString(), text.AsSpan(at + 1));
            if (at < text.Length - 1)
                _numbers.Open(changed).ShouldBeNull();
        });
        Gen.String.Sample(any => _numbers.Open(any).ShouldBeNull());
    }

    private CallbackNumbers Numbers(string key)
    {
        var options = Options.Create(new HotlineOptions { PrivacyKey = key, Number = "+48426641797" });
        return new CallbackNumbers(new SealedNumbers(options, _time), options);
    }
}
