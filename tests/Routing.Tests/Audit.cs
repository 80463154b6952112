using System.Globalization;
using System.Text.Json;
using StackExchange.Redis;

namespace Infoline.Routing.Tests;

/// <summary>Reads everything a hotline has in its store and checks the rules that never bend. It shares no code with the scripts.</summary>
internal static class Audit
{
    public static async Task OfAsync(Line line)
    {
        var connection = await line.Store.ConnectionAsync();
        var database = connection.GetDatabase();
        var server = connection.GetServers()[0];
        var keys = new List<string>();
        await foreach (var key in server.KeysAsync(pattern: line.Store.Key("*").Replace("{", "\\{", StringComparison.Ordinal)))
            keys.Add(key.ToString());
        if (keys.Count == 0)
        {
            await foreach (var key in server.KeysAsync(pattern: "*" + line.Store.Options.Hotline + "}:*"))
                keys.Add(key.ToString());
        }

        var calls = await RowsAsync(database, keys, line.Store.Key("call:"));
        var consultants = await RowsAsync(database, keys, line.Store.Key("consultant:"));
        var reservations = await RowsAsync(database, keys, line.Store.Key("reservation:"));
        var waiting = await ListsAsync(database, keys, line.Store.Key("waiting:"));
        var free = await ListsAsync(database, keys, line.Store.Key("free:"));
        var now = line.Time.GetUtcNow().ToUnixTimeMilliseconds();

        foreach (var (id, call) in calls)
        {
            var lists = waiting.Where(list => list.Value.ContainsKey(id)).Select(list => list.Key).Order(StringComparer.Ordinal);
            var asleep = call.GetValueOrDefault("kind") is "callback" && long.Parse(call["not_before"], CultureInfo.InvariantCulture) > now;
            var expected = call["state"] is "waiting" or "callback" && !asleep ? ListsOf(call) : [];
            lists.ShouldBe(expected.Order(StringComparer.Ordinal), $"the lists of {id}, {call["state"]}");
            if (call["state"] is "offered" or "connected")
            {
                var reservation = reservations[call["reservation"]];
                (reservation["call"], reservation["state"]).ShouldBe((id, call["state"] is "offered" ? "pending" : "accepted"), $"the reservation of {id}");
            }
        }

        foreach (var (id, consultant) in consultants)
        {
            var lists = free.Where(list => list.Value.ContainsKey(id)).Select(list => list.Key).Order(StringComparer.Ordinal);
            string[] expected = consultant["state"] is "available" ? consultant["classes"].Split(',') : [];
            lists.ShouldBe(expected.Order(StringComparer.Ordinal), $"the lists of {id}, {consultant["state"]}");
            if (consultant["state"] is "reserved" or "on-call" or "wrap-up")
            {
                var reservation = reservations[consultant["reservation"]];
                (reservation["consultant"], reservation["state"]).ShouldBe(
                    (id, consultant["state"] switch { "reserved" => "pending", "on-call" => "accepted", _ => "wrapping" }), $"the reservation of {id}");
            }
        }

        foreach (var (id, reservation) in reservations.Where(row => row.Value["state"] is "pending" or "accepted" or "wrapping"))
        {
            consultants[reservation["consultant"]]["reservation"].ShouldBe(id, "a consultant has at most one reservation");
            if (reservation["state"] is not "wrapping" && reservation["kind"] is not "consultation")
                calls[reservation["call"]]["reservation"].ShouldBe(id, "a call has at most one reservation");
        }

        foreach (var (consultantId, consultant) in consultants.Where(row => row.Value["state"] is "available"))
        {
            foreach (var (callId, call) in calls.Where(row => row.Value["state"] is "waiting"))
                MayMeet(call, consultantId, consultant, now).ShouldBeFalse($"{consultantId} is free and {callId} waits");
        }
    }

    private static bool MayMeet(Dictionary<string, string> call, string consultantId, Dictionary<string, string> consultant, long now)
    {
        var tried = call.GetValueOrDefault("tried") is { Length: > 0 } text ? JsonSerializer.Deserialize<Dictionary<string, long>>(text)! : [];
        if (tried.TryGetValue(consultantId, out var till) && till > now)
            return false;

        if (call.GetValueOrDefault("held") is { Length: > 0 } held && long.Parse(held, CultureInfo.InvariantCulture) > now && call["keeper"] != consultantId)
            return false;

        var classes = consultant["classes"].Split(',');
        return ListsOf(call).Any(list => list.Split(':') is [var language, var level]
            && classes.Any(spoken => spoken == language + ":high" || (level is "any" && spoken == language + ":low")));
    }

    private static string[] ListsOf(Dictionary<string, string> call) => call["step"] switch
    {
        "1" => [call["language"] + ":high"],
        "2" => [call["language"] + ":any"],
        _ => [call["language"] + ":any", call["second"] + ":any"],
    };

    private static async Task<Dictionary<string, Dictionary<string, string>>> RowsAsync(IDatabase database, List<string> keys, string prefix)
    {
        var rows = new Dictionary<string, Dictionary<string, string>>();
        foreach (var key in keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var row = (await database.HashGetAllAsync(key)).ToDictionary(field => field.Name.ToString(), field => field.Value.ToString());
            if (row.Count > 0)
                rows[key[prefix.Length..]] = row;
        }

        return rows;
    }

    private static async Task<Dictionary<string, Dictionary<string, double>>> ListsAsync(IDatabase database, List<string> keys, string prefix)
    {
        var lists = new Dictionary<string, Dictionary<string, double>>();
        foreach (var key in keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)))
            lists[key[prefix.Length..]] = (await database.SortedSetRangeByRankWithScoresAsync(key)).ToDictionary(entry => entry.Element.ToString(), entry => entry.Score);
        return lists;
    }
}
