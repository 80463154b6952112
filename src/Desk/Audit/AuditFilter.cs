using Dapper;

namespace Infoline.Desk.Audit;

/// <summary>Which entries of the audit are wanted. What is empty does not narrow.</summary>
/// <param name="From">The first moment.</param>
/// <param name="Until">The first moment no longer wanted.</param>
/// <param name="ActorId">The account that acted.</param>
/// <param name="Action">The action.</param>
/// <param name="ObjectId">What it was done to.</param>
/// <param name="Before">Only entries with a smaller number, to go on where a page ended; 0 for all.</param>
/// <param name="Limit">At most so many.</param>
internal sealed record AuditFilter(DateTimeOffset? From, DateTimeOffset? Until, string ActorId, string Action, string ObjectId, long Before, int Limit)
{
    public const int PageSize = 100;

    public static AuditFilter Everything { get; } = new(null, null, "", "", "", 0, PageSize);

    public (string Where, DynamicParameters Parameters) ToSql()
    {
        List<string> conditions = [];
        DynamicParameters parameters = new();
        Add(From is not null, "at >= @from", "from", From);
        Add(Until is not null, "at < @until", "until", Until);
        Add(ActorId.Length > 0, "actor_id = @actor", "actor", ActorId);
        Add(Action.Length > 0, "action = @action", "action", Action);
        Add(ObjectId.Length > 0, "object_id = @object", "object", ObjectId);
        Add(Before > 0, "id < @before", "before", Before);
        return (conditions.Count > 0 ? $"WHERE {string.Join(" AND ", conditions)}" : "", parameters);

        void Add(bool wanted, string condition, string name, object? value)
        {
            if (wanted)
            {
                conditions.Add(condition);
                parameters.Add(name, value);
            }
        }
    }
}
