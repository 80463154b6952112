namespace Twilio.Types;

/// <summary>A closed list of strings that also takes any other string, so that a value newer than the library can be used.</summary>
public abstract class StringEnum
{
    private string? _value;

    /// <summary>An enum without a value yet; <see cref="FromString"/> gives it one.</summary>
    protected StringEnum()
    {
    }

    /// <summary>An enum with the given wire value.</summary>
    protected StringEnum(string? value) => _value = value;

    /// <summary>Sets the wire value.</summary>
    public void FromString(string value) => _value = value;

    /// <summary>The wire value.</summary>
    public override string ToString() => _value!;

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Equal when of the same enum and with the same wire value.</summary>
    public override bool Equals(object? obj) =>
        obj is StringEnum other && other.GetType() == GetType() && string.Equals(other._value, _value, StringComparison.Ordinal);

    public static bool operator ==(StringEnum? a, StringEnum? b) => a is null ? b is null : a.Equals(b);

    public static bool operator !=(StringEnum? a, StringEnum? b) => !(a == b);
}
