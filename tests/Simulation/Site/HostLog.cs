using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Infoline.Simulation;

/// <summary>Counts what the hosts warn of, and keeps the first few faults whole.</summary>
internal sealed class HostLog : ILoggerProvider, ILogger
{
    private const int MostFaults = 20;
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>How often each event was written, warnings and faults only.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>The first faults that nobody foresaw.</summary>
    public IReadOnlyList<string> Faults => [.. _faults];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        var name = string.IsNullOrEmpty(eventId.Name) ? "Unnamed" : eventId.Name;
        if (_counts.AddOrUpdate(name, 1, (_, count) => count + 1) <= 2 && logLevel >= LogLevel.Error && _faults.Count < MostFaults)
            _faults.Enqueue($"{name}: {formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
