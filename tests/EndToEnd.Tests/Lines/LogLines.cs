using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Infoline.EndToEnd.Tests.Lines;

/// <summary>Every line that the host wrote to its log.</summary>
public sealed class LogLines(LogLevel least = LogLevel.Information) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Name, string Text)> _lines = new();

    public IReadOnlyList<string> Named(string eventName) => [.. _lines.Where(line => line.Name == eventName).Select(line => line.Text)];

    public IReadOnlyList<string> All => [.. _lines.Select(line => line.Text)];

    public IReadOnlyList<string> Errors => [.. _lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text)];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, eventId.Name ?? "", formatter(state, exception) + exception));

    public void Dispose()
    {
    }
}
