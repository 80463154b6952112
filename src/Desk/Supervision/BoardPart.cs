using Infoline.Desk.Live;
using Microsoft.AspNetCore.Components;

namespace Infoline.Desk.Supervision;

/// <summary>A page that shows the line to supervisors, drawn anew whenever anything on it changes.</summary>
public abstract class BoardPart : ComponentBase, IDisposable
{
    private IDisposable? _following;

    [Inject] private LineFeed Feed { get; set; } = default!;

    [Inject] private protected BoardFeed Board { get; set; } = default!;

    /// <summary>The newest figures of the line.</summary>
    private protected LineView Line => Feed.Current;

    /// <inheritdoc/>
    protected override void OnInitialized() => _following = RendererInfo.IsInteractive ? Board.Follow(() => _ = InvokeAsync(StateHasChanged)) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops following.</summary>
    protected virtual void Dispose(bool disposing) => _following?.Dispose();
}
