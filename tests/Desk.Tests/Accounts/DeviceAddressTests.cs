using CsCheck;
using Infoline.Desk.Accounts;
using Infoline.Desk.Work;

namespace Infoline.Desk.Tests.Accounts;

public sealed class DeviceAddressTests
{
    [Theory]
    [InlineData(DeviceKind.Number, "+48 (42) 664-17-97", "+48426641797")]
    [InlineData(DeviceKind.Sip, "sip:desk1@sip.example.gov.pl", "desk1@sip.example.gov.pl")]
    [InlineData(DeviceKind.Sip, "desk1@sip.example.gov.pl", "desk1@sip.example.gov.pl")]
    [InlineData(DeviceKind.Browser, "whatever", "")]
    public void An_address_is_read_as_people_write_it(DeviceKind kind, string typed, string address)
    {
        DeviceAddress.TryParse(kind, typed, out var device).ShouldBeTrue();

        device!.Address.ShouldBe(address);
    }

    [Theory]
    [InlineData(DeviceKind.Number, "426641797")]
    [InlineData(DeviceKind.Number, "+0123456789")]
    [InlineData(DeviceKind.Number, "")]
    [InlineData(DeviceKind.Sip, "desk1")]
    [InlineData(DeviceKind.Sip, "a@b;x=y")]
    public void What_cannot_be_rung_is_refused(DeviceKind kind, string typed) => DeviceAddress.TryParse(kind, typed, out _).ShouldBeFalse();

    [Fact]
    public void No_text_breaks_the_reader() => Gen.Select(Gen.Enum<DeviceKind>(), Gen.String).Sample((kind, text) =>
        !DeviceAddress.TryParse(kind, text, out var device) || kind is DeviceKind.Browser || device.Address.Length > 0);

    [Fact]
    public void The_queue_gets_addresses_that_the_network_rings()
    {
        var id = AccountId.Parse("demo1");

        QueueSignIn.Address(id, Device.Browser).ShouldBe("client:demo1");
        QueueSignIn.Address(id, new Device(DeviceKind.Sip, "desk1@sip.example.gov.pl")).ShouldBe("sip:desk1@sip.example.gov.pl");
        QueueSignIn.Address(id, new Device(DeviceKind.Number, "+48426641797")).ShouldBe("+48426641797");
    }
}
