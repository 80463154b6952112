using Infoline.PhoneNetwork.Twiml;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork.Verbs;

/// <summary>Redirect: another document takes over.</summary>
internal sealed record Redirect(Uri? Url, HttpMethod Method) : Verb
{
    public static new Redirect? Read(VerbElement element)
    {
        var text = element.TextContent;
        var method = element.Method("method");
        element.Close(text: true);
        if (text.Length == 0)
            return new Redirect(null, method);
        return element.Resolve(text) is { } url ? new Redirect(url, method) : null;
    }

    public override Task<Step> ExecuteAsync(CallRun run) => Task.FromResult<Step>((Url ?? run.DocumentUrl) is { } url
        ? new Step.Goto(new DocumentSource.FromUrl(url, Method))
        : CallRun.Fail(11100, "Redirect without a URL in a document that has none"));
}

/// <summary>Hangup: the call ends.</summary>
internal sealed record Hangup : Verb
{
    public static new Hangup Read(VerbElement element)
    {
        element.Close();
        return new Hangup();
    }

    public override Task<Step> ExecuteAsync(CallRun run) => Task.FromResult<Step>(new Step.End());
}

/// <summary>Reject: an incoming call is not answered. Only a document's first verb can reject.</summary>
internal sealed record Reject(string Reason) : Verb
{
    public static new Reject Read(VerbElement element)
    {
        var reject = new Reject(element.OneOf("reason", "rejected", "rejected", "busy"));
        element.Close();
        return reject;
    }

    public override bool Answers => false;

    public override Task<Step> ExecuteAsync(CallRun run) => Task.FromResult<Step>(new Step.End(
        run.Call.AnsweredAt is not null ? "completed" : Reason == "busy" ? "busy" : "no-answer"));
}
