using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Infoline.Ivr.Tests;

/// <summary>One line of the host's log.</summary>
public sealed record LogLine(LogLevel Level, EventId Event, string Text, IReadOnlyDictionary<string, object?> Scope);

/// <summary>Every line that the host wrote to its log, with the values of the scopes that it was written in.</summary>
public sealed class LogLines : ILoggerProvider, ILogger, ISupportExternalScope
{
    private readonly ConcurrentQueue<LogLine> _lines = new();
    private IExternalScopeProvider? _scopes;

    public IReadOnlyList<LogLine> Lines => [.. _lines];

    public IReadOnlyList<LogLine> Named(string eventName) => [.. _lines.Where(line => line.Event.Name == eventName)];

    public ILogger CreateLogger(string categoryName) => this;

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _scopes?.Push(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var scope = new Dictionary<string, object?>(StringComparer.Ordinal);
        _scopes?.ForEachScope(Collect, scope);
        _lines.Enqueue(new LogLine(logLevel, eventId, formatter(state, exception) + exception, scope));
    }

    public void Dispose()
    {
    }

    private static void Collect(object? state, Dictionary<string, object?> scope)
    {
        foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            scope[name] = value;
        }
    }
}
