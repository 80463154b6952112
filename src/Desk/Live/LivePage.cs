using Microsoft.AspNetCore.Components;

namespace Infoline.Desk.Live;

/// <summary>A page or a part of one that is drawn anew whenever the line changes. It never asks; it is told.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private IDisposable? _following;

    [Inject] private LineFeed Feed { get; set; } = default!;

    /// <summary>The newest figures.</summary>
    private protected LineView Line => Feed.Current;

    /// <inheritdoc/>
    protected override void OnInitialized() => _following = RendererInfo.IsInteractive ? Feed.Follow(Redraw) : null;

    /// <summary>Called on the page's own thread after each change of the line; draws.</summary>
    protected virtual Task OnLineChangedAsync()
    {
        StateHasChanged();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops following.</summary>
    protected virtual void Dispose(bool disposing) => _following?.Dispose();

    private void Redraw() => _ = InvokeAsync(OnLineChangedAsync);
}
