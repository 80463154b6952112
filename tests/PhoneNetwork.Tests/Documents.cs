namespace Infoline.PhoneNetwork.Tests;

public sealed class Documents
{
    [Theory]
    [InlineData("<Ply>/a.wav</Ply>", "<Ply>: there is no such verb")]
    [InlineData("<Gather><Dial>+48511222333</Dial></Gather>", "<Dial>: it does not belong inside <Gather>")]
    [InlineData("<Dial><Conference>a</Conference><Number>+48511222333</Number></Dial>", "<Dial>: a conference stands alone")]
    [InlineData("<Dial><Conference>a</Conference><Conference>b</Conference></Dial>", "<Conference>: a call can be in one conference only")]
    [InlineData("<Dial/>", "<Dial>: there must be one to 10 to dial")]
    [InlineData("<Dial>600100200</Dial>", "<Dial>: '600100200' is not a telephone number in E.164 (13223)")]
    [InlineData("<Dial timeout=\"1\">+48511222333</Dial>", "<Dial>: timeout=\"1\" is not a whole number from 5 to 600")]
    [InlineData("<Dial><Number statusCallbackEvent=\"done\">+48511222333</Number></Dial>", "<Number>: statusCallbackEvent: done is not one of")]
    [InlineData("<Dial><Conference beep=\"loud\">a</Conference></Dial>", "<Conference>: beep=\"loud\" is not one of")]
    [InlineData("<Dial><Conference statusCallbackEvent=\"enter\">a</Conference></Dial>", "<Conference>: statusCallbackEvent: enter is not one of")]
    [InlineData("<Dial><Conference endConferenceOnEnter=\"true\">a</Conference></Dial>", "<Conference>: the attribute endConferenceOnEnter is not known")]
    [InlineData("<Record finishOnKey=\"A\"/>", "<Record>: finishOnKey=\"A\" holds other than keys")]
    [InlineData("<Record><Say>Speak</Say></Record>", "<Record>: <Say> does not belong inside")]
    [InlineData("<Gather numDigits=\"0\"/>", "<Gather>: numDigits=\"0\" is not a whole number from 1 to 1000")]
    [InlineData("<Hangup>now</Hangup>", "<Hangup>: text does not belong inside")]
    [InlineData("<Enqueue>support</Enqueue>", "<Enqueue>: this network does not execute it")]
    public async Task A_document_that_is_not_as_documented_is_a_fault_that_names_the_place(string verbs, string fault)
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", verbs);
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");
        await caller.Hears("application error");
        await caller.IsHungUp();

        var found = network.Faults.Single();
        (found.Code, found.CallSid).ShouldBe((12200, caller.Call.Sid));
        found.Problem.ShouldStartWith(fault);
    }

    [Fact]
    public async Task Music_and_screening_allow_only_some_verbs()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Dial><Conference waitUrl="/wait">a</Conference></Dial><Dial><Client url="/screen">anna</Client></Dial>""")
            .Answers("/wait", "<Gather/>").Answers("/screen", "<Dial>+48511222333</Dial>");
        await using var network = office.Network();
        network.Device("client:anna").AnswersAfter(TimeSpan.FromSeconds(1));

        await network.Dial("+48600100200").IsHungUp();

        network.Faults.Select(fault => fault.Problem[..fault.Problem.IndexOf(':', StringComparison.Ordinal)]).ShouldBe(["<Gather>", "<Dial>"]);
    }
}
