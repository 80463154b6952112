namespace Infoline.PhoneNetwork.Webhooks;

/// <summary>Brings callbacks to the application: each is a request of its own, and nothing waits for its answer.</summary>
internal sealed class CallbackPost(TelephoneNetwork network)
{
    private static readonly TimeSpan LongestHeldBack = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly List<HeldBack> _heldBack = [];

    public void Send(WebhookRequest request)
    {
        switch (network.Disturbances.OfCallback(request.Event, request.Url.AbsolutePath))
        {
            case Disturbance.IsLate late:
                Note(request, $"arrives {late.By.TotalSeconds:0.#} s late");
                network.Launch(() => PostAsync(request, null), late.By);
                return;
            case Disturbance.IsOvertaken:
                Note(request, "is overtaken by the next");
                HoldBack(request);
                return;
            case var other:
                network.Launch(() => PostAsync(request, other));
                break;
        }

        foreach (var overtaken in Overtaken(request))
            network.Launch(() => PostAsync(overtaken, null));
    }

    private async Task PostAsync(WebhookRequest request, Disturbance? disturbance)
    {
        var answer = await network.Webhooks.SendAsync(request with { Disturbance = disturbance }, CancellationToken.None);
        if (answer.Error is { } error)
            network.Fault(request.Call, answer.ErrorCode, $"The callback {request.Event} to {request.Url}: {error}");
    }

    private void HoldBack(WebhookRequest request)
    {
        var held = new HeldBack(request);
        lock (_gate)
            _heldBack.Add(held);
        network.Launch(
            () =>
            {
                lock (_gate)
                {
                    if (!_heldBack.Remove(held))
                        return Task.CompletedTask;
                }

                return PostAsync(request, null);
            },
            LongestHeldBack);
    }

    private List<WebhookRequest> Overtaken(WebhookRequest by)
    {
        lock (_gate)
        {
            var overtaken = _heldBack.FindAll(held => held.Request.Url == by.Url);
            _heldBack.RemoveAll(overtaken.Contains);
            return overtaken.ConvertAll(held => held.Request);
        }
    }

    private static void Note(WebhookRequest request, string what) =>
        request.Call?.Transcript.Note(TranscriptKind.Disturbance, $"the callback {request.Event} {what}");

    private sealed class HeldBack(WebhookRequest request)
    {
        public WebhookRequest Request => request;
    }
}
