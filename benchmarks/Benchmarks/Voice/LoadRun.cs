using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Infoline.Benchmarks.Voice;

/// <summary>What came of a round.</summary>
internal sealed record LoadResult(double PerSecond, TimeSpan Median, TimeSpan P99, TimeSpan ServerTimePerRequest);

/// <summary>
/// Sends prepared requests over plain sockets, one after another on each connection, so that the load itself takes as little of
/// the machine as it can. Every answer must be 200 and of the right length.
/// </summary>
internal static class LoadRun
{
    public static async Task<byte[]> OnceAsync(Uri address, byte[] request, CancellationToken cancellation)
    {
        using var connection = await ConnectAsync(address, cancellation);
        return (await AskAsync(connection, request, new byte[64 * 1024], cancellation)).ToArray();
    }

    public static async Task<LoadResult> ForAsync(ServerProcess server, byte[][] requests, int expectedLength, int connections, TimeSpan length, CancellationToken cancellation)
    {
        var before = server.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var until = started + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var tasks = Enumerable.Range(0, connections).Select(n => Task.Run(() => AskUntilAsync(server.Address, requests, n, expectedLength, until, cancellation), cancellation));
        var took = (await Task.WhenAll(tasks)).SelectMany(ticks => ticks).Order().ToArray();
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new LoadResult(
            took.Length / elapsed.TotalSeconds,
            Span(took[took.Length / 2]),
            Span(took[(int)(took.Length * 0.99)]),
            (server.ProcessorTime - before) / took.Length);
    }

    private static TimeSpan Span(long ticks) => TimeSpan.FromSeconds(ticks / (double)Stopwatch.Frequency);

    private static async Task<List<long>> AskUntilAsync(Uri address, byte[][] requests, int first, int expectedLength, long until, CancellationToken cancellation)
    {
        using var connection = await ConnectAsync(address, cancellation);
        var buffer = new byte[64 * 1024];
        var took = new List<long>(100_000);
        var next = first * 31;
        for (var now = Stopwatch.GetTimestamp(); now < until;)
        {
            var answer = await AskAsync(connection, requests[next++ % requests.Length], buffer, cancellation);
            if (answer.Length != expectedLength)
            {
                throw new InvalidOperationException($"An answer has {answer.Length} bytes instead of {expectedLength}.");
            }

            var after = Stopwatch.GetTimestamp();
            took.Add(after - now);
            now = after;
        }

        return took;
    }

    private static async Task<Socket> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port, cancellation);
        return socket;
    }

    private static async ValueTask<ReadOnlyMemory<byte>> AskAsync(Socket connection, byte[] request, byte[] buffer, CancellationToken cancellation)
    {
        await connection.SendAsync(request, SocketFlags.None, cancellation);
        var read = 0;
        while (true)
        {
            var more = await connection.ReceiveAsync(buffer.AsMemory(read), SocketFlags.None, cancellation);
            if (more == 0)
            {
                throw new InvalidOperationException("The server closed the connection.");
            }

            read += more;
            if (Body(buffer.AsSpan(0, read)) is var (start, length) && start > 0 && read >= start + length)
            {
                return buffer.AsMemory(start, length);
            }
        }
    }

    private static (int Start, int Length) Body(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return (0, 0);
        }

        if (!answer.StartsWith("HTTP/1.1 200 "u8))
        {
            throw new InvalidOperationException($"The server answered {Encoding.ASCII.GetString(answer[..answer.IndexOf("\r\n"u8)])}.");
        }

        var at = answer.IndexOf("Content-Length: "u8) + "Content-Length: ".Length;
        var digits = answer[at..(at + answer[at..].IndexOf("\r\n"u8))];
        return (end + 4, int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
