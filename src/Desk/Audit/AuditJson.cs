using System.Text.Json.Serialization;

namespace Infoline.Desk.Audit;

[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class AuditJson : JsonSerializerContext;
