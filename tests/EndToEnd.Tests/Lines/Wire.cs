using System.Collections.Concurrent;
using Infoline.PhoneNetwork;

namespace Infoline.EndToEnd.Tests.Lines;

/// <summary>What lies between the network and the host: it can deliver a webhook twice, late, or not within the network's patience.</summary>
public sealed class Wire : DelegatingHandler
{
    private readonly ConcurrentQueue<(string Path, byte[] First, byte[] Again)> _told = new();
    private VirtualClock? _clock;
    private HttpRequestMessage? _former;

    public Wire()
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
    }

    /// <summary>Every webhook is delivered twice, and the network hears the second answer.</summary>
    public bool Doubles { get; init; }

    /// <summary>After each webhook the one before it is delivered once more, too late.</summary>
    public bool Reorders { get; init; }

    /// <summary>Which webhooks take longer than the network waits.</summary>
    public Func<Uri, bool> IsSlow { get; set; } = _ => false;

    /// <summary>The two answers to each webhook that was delivered twice.</summary>
    public IReadOnlyList<(string Path, byte[] First, byte[] Again)> Told => [.. _told];

    internal void Connect(VirtualClock clock) => _clock = clock;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        if (IsSlow(request.RequestUri!))
        {
            await TakesTooLong(cancellationToken);
        }

        var again = await Copy(request);
        var answer = await base.SendAsync(request, cancellationToken);
        if (Reorders)
        {
            if (Interlocked.Exchange(ref _former, again) is { } late)
            {
                (await base.SendAsync(late, cancellationToken)).Dispose();
            }
        }
        else if (Doubles)
        {
            var first = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            answer = await base.SendAsync(again, cancellationToken);
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            _told.Enqueue((request.RequestUri!.AbsolutePath, first, await answer.Content.ReadAsByteArrayAsync(cancellationToken)));
        }

        return answer;
    }

    /// <summary>Waits on the network's clock, which for once does not wait for the answer.</summary>
    private async Task TakesTooLong(CancellationToken cancellationToken)
    {
        var clock = _clock ?? throw new InvalidOperationException("The wire is not connected.");
        var patience = clock.Patience;
        clock.Patience = TimeSpan.FromMilliseconds(200);
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(20), clock, cancellationToken);
        }
        finally
        {
            clock.Patience = patience;
        }
    }

    private static async Task<HttpRequestMessage> Copy(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        if (request.Content is { } content)
        {
            copy.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync());
            copy.Content.Headers.ContentType = content.Headers.ContentType;
        }

        return copy;
    }
}
