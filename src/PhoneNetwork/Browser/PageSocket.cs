using System.Net.WebSockets;
using System.Threading.Channels;

namespace Infoline.PhoneNetwork.Browser;

/// <summary>The connection to one page: messages go out in the order in which they were given, audio beside the event it belongs to.</summary>
internal sealed class PageSocket(WebSocket socket)
{
    private const int LongestCommand = 64 * 1024;

    private readonly Channel<Func<CancellationToken, Task>> _outgoing = Channel.CreateUnbounded<Func<CancellationToken, Task>>(new() { SingleReader = true });

    public void Send(PageEvent message) => _outgoing.Writer.TryWrite(cancel => WriteAsync(message.Write(), WebSocketMessageType.Text, cancel));

    /// <summary>Sends an event whose content has to be fetched first; later messages wait for it.</summary>
    public void Send(Func<CancellationToken, Task<(PageEvent Message, byte[]? Audio)>> prepare) => _outgoing.Writer.TryWrite(async cancel =>
    {
        var (message, audio) = await prepare(cancel);
        await WriteAsync(message.Write(), WebSocketMessageType.Text, cancel);
        if (audio is not null)
            await WriteAsync(audio, WebSocketMessageType.Binary, cancel);
    });

    /// <summary>Runs until the page leaves or the host stops.</summary>
    public async Task RunAsync(Action<PageCommand?> obey, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var sending = SendAllAsync(over.Token);
        try
        {
            await ReceiveAllAsync(obey, over.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The page is gone, or the host stops: either way the line is closed.
        }

        await over.CancelAsync();
        await sending;
        await CloseAsync();
    }

    private async Task ReceiveAllAsync(Action<PageCommand?> obey, CancellationToken stop)
    {
        var buffer = new byte[LongestCommand];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), stop);
            if (part.MessageType == WebSocketMessageType.Close)
                return;
            length += part.Count;
            if (!part.EndOfMessage && length == buffer.Length)
                return;
            if (!part.EndOfMessage)
                continue;
            obey(part.MessageType == WebSocketMessageType.Text ? PageCommand.Read(buffer.AsSpan(0, length)) : null);
            length = 0;
        }
    }

    private async Task SendAllAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var send in _outgoing.Reader.ReadAllAsync(stop))
                await send(stop);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // Nobody listens any more.
        }
    }

    private async Task WriteAsync(byte[] content, WebSocketMessageType type, CancellationToken cancel) =>
        await socket.SendAsync(content, type, endOfMessage: true, cancel);

    private async Task CloseAsync()
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // It was closed at the other end in the meantime.
        }
    }
}
