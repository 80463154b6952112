namespace Infoline.Desk.Accounts;

/// <summary>The name of an account that never changes: up to 64 letters, digits, hyphens and underscores. A consultant goes by it in the queue too.</summary>
public readonly record struct AccountId
{
    private readonly string? _value;

    private AccountId(string value) => _value = value;

    /// <summary>A new one; later ones sort after earlier ones.</summary>
    public static AccountId New() => new(Guid.CreateVersion7().ToString("N"));

    /// <summary>Reads an id; false for any text that is not one.</summary>
    public static bool TryParse(string? text, out AccountId id)
    {
        var valid = text is { Length: > 0 and <= 64 } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
        id = valid ? new AccountId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";

    /// <summary>Reads an id that is known to be one.</summary>
    /// <exception cref="FormatException">The text is not the id of an account.</exception>
    public static AccountId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not the id of an account.");
}
