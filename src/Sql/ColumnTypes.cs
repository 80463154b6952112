using System.Data;
using System.Globalization;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Infoline.Sql;

/// <summary>
/// Instants and days, alike in both databases: PostgreSQL has types for them; SQLite keeps text of one length, whose order is
/// the order of time. An instant is cut to the microsecond, which is what PostgreSQL keeps.
/// </summary>
internal static class ColumnTypes
{
    private const string InstantText = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const string DayText = "yyyy-MM-dd";
    private static int _registered;

    /// <summary>Dapper's table of types belongs to the process; filling it twice would only cost time.</summary>
    public static void Register()
    {
        if (Interlocked.Exchange(ref _registered, 1) == 0)
        {
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
            SqlMapper.RemoveTypeMap(typeof(DateOnly));
            SqlMapper.RemoveTypeMap(typeof(DateOnly?));
            SqlMapper.AddTypeHandler(new Instants());
            SqlMapper.AddTypeHandler(new Days());
        }
    }

    /// <summary>An instant as SQLite keeps it.</summary>
    public static string Text(DateTimeOffset instant) => instant.ToUniversalTime().ToString(InstantText, CultureInfo.InvariantCulture);

    /// <summary>A day as SQLite keeps it.</summary>
    public static string Text(DateOnly day) => day.ToString(DayText, CultureInfo.InvariantCulture);

    private sealed class Instants : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            if (parameter is NpgsqlParameter npgsql)
            {
                npgsql.NpgsqlDbType = NpgsqlDbType.TimestampTz;
                npgsql.Value = value.ToUniversalTime();
            }
            else
            {
                parameter.DbType = DbType.String;
                parameter.Value = Text(value);
            }
        }

        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTimeOffset instant => instant.ToUniversalTime(),
            DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            string text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            _ => throw new InvalidCastException($"A column of type {value.GetType().Name} holds no instant."),
        };
    }

    private sealed class Days : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            if (parameter is NpgsqlParameter npgsql)
            {
                npgsql.NpgsqlDbType = NpgsqlDbType.Date;
                npgsql.Value = value;
            }
            else
            {
                parameter.DbType = DbType.String;
                parameter.Value = Text(value);
            }
        }

        public override DateOnly Parse(object value) => value switch
        {
            DateOnly day => day,
            DateTime time => DateOnly.FromDateTime(time),
            string text => DateOnly.ParseExact(text, DayText, CultureInfo.InvariantCulture),
            _ => throw new InvalidCastException($"A column of type {value.GetType().Name} holds no day."),
        };
    }
}
