namespace Infoline.Routing;

/// <summary>
/// The store of the queue does not answer, or not in its right mind (loading, failing over, full). Nothing is known of the outcome;
/// every operation may be repeated. It recovers by itself when the store is back.
/// </summary>
public sealed class RoutingUnavailableException : Exception
{
    /// <summary>Wraps what the store's driver said.</summary>
    public RoutingUnavailableException(Exception cause)
        : base("The store of the queue is not available.", cause)
    {
    }

    /// <summary>Says that the store is not there without a cause of the driver.</summary>
    public RoutingUnavailableException()
        : this("The store of the queue is not available.")
    {
    }

    /// <summary>Says why the store is not there.</summary>
    public RoutingUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Says why the store is not there, and what was behind it.</summary>
    public RoutingUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
