using System.Text.Json.Serialization;

namespace Infoline.Routing.Store;

/// <summary>The answer of a script.</summary>
internal readonly record struct Reply(string Status, Payload Payload)
{
    /// <summary>For an answer that the scripts of this version do not give.</summary>
    public InvalidOperationException Unexpected(string script) => new($"The script '{script}' answered '{Status}', which is not in its contract.");
}

/// <summary>Every field that answers of scripts have; each contract says which ones it fills.</summary>
internal sealed record Payload
{
    public static readonly Payload None = new();

    public string? State { get; init; }
    public string? Reason { get; init; }
    public string? Reservation { get; init; }
    public long? Arrived { get; init; }
    public int? Step { get; init; }
    public long? Place { get; init; }
    public bool? Served { get; init; }
    public string? Consultant { get; init; }
    public string? Call { get; init; }
    public string? Resumed { get; init; }
    public string? Why { get; init; }
    public string? Before { get; init; }
    public string? Kind { get; init; }
    public string? Leg { get; init; }
    public string? Since { get; init; }
    public string? Ends { get; init; }
    public string? Language { get; init; }
    public string? Second { get; init; }
    public string? Band { get; init; }
    public string? Topic { get; init; }
    public string? Caller { get; init; }
    public string? Number { get; init; }
    public string? Consult { get; init; }
    public string? Keeper { get; init; }
    public string? Interrupted { get; init; }
    public Dictionary<string, string>? Notes { get; init; }
    public long? Waited { get; init; }
    public long? Until { get; init; }
    public int? Looked { get; init; }
    public int? Starts { get; init; }
    public long? Span { get; init; }
    public string? Record { get; init; }
    public bool? Reorder { get; init; }

    public string[]? Deadlines { get; init; }
    public string[]? Unhanded { get; init; }
    public string[]? Desks { get; init; }
    public string[]? Calls { get; init; }
    public string[]? Relax { get; init; }
    public bool? Relaxed { get; init; }
    public bool? Due { get; init; }
}

/// <summary>A consultant as stored.</summary>
internal sealed record ConsultantPayload
{
    public string? Id { get; init; }
    public string? State { get; init; }
    public string? Reason { get; init; }
    public string? Reservation { get; init; }
    public string? Name { get; init; }
    public string? Device { get; init; }
    public string? Languages { get; init; }
    public string? Since { get; init; }
    public string? Next { get; init; }

    [JsonPropertyName("next_reason")]
    public string? NextReason { get; init; }
}

/// <summary>What a script found to be done outside of the store.</summary>
internal sealed record TaskPayload
{
    public string? Task { get; init; }
    public string? Reservation { get; init; }
    public string? Call { get; init; }
    public string? Consultant { get; init; }
    public string? Device { get; init; }
    public string? Language { get; init; }
    public string? Topic { get; init; }
    public long Arrived { get; init; }
    public string? Band { get; init; }
    public string? Kind { get; init; }
    public string? Number { get; init; }
    public string? Leg { get; init; }
    public string? Why { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Payload))]
[JsonSerializable(typeof(ConsultantPayload))]
[JsonSerializable(typeof(TaskPayload))]
internal sealed partial class ReplyJson : JsonSerializerContext;
