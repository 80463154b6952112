namespace Infoline.Simulation;

/// <summary>
/// What stands between the network and the nodes under their one public address: it brings each request to the next node, passes over
/// a node that does not listen, and tells the network when a node died over a request.
/// </summary>
internal sealed class Balancer(Func<IReadOnlyList<Node>> nodes)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
{
    private Node? _condemned;
    private bool _afterItsWork;
    private int _turn;

    /// <summary>The next request that a node gets is its last: it dies before it reads it, or after it has done what it asks.</summary>
    public void KillAtNextRequest(Node node, bool afterItsWork)
    {
        _afterItsWork = afterItsWork;
        _condemned = node;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var living = nodes().Where(node => !node.IsDead).ToList();
        if (living.Count == 0)
            throw new HttpRequestException(HttpRequestError.ConnectionError);
        var node = living[(int)((uint)Interlocked.Increment(ref _turn) % living.Count)];
        request.RequestUri = new Uri(node.Address, request.RequestUri!.PathAndQuery);
        if (request.Method != HttpMethod.Post || Interlocked.CompareExchange(ref _condemned, null, node) != node)
            return await base.SendAsync(request, cancellationToken);
        if (_afterItsWork)
            (await base.SendAsync(request, cancellationToken)).Dispose();
        node.Die();
        throw new HttpRequestException(HttpRequestError.ResponseEnded);
    }
}
