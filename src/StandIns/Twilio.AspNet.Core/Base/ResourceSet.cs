using System.Collections;
using Twilio.Clients;
using Twilio.Rest;
using Twilio.Rest.Wire;

namespace Twilio.Base;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The resources in the list.</typeparam>
public class Page<T>
    where T : Resource
{
    private readonly string? _nextPageUri;

    private Page(List<T> records, int pageSize, string? nextPageUri)
    {
        Records = records;
        PageSize = pageSize;
        _nextPageUri = nextPageUri;
    }

    /// <summary>The resources of this page.</summary>
    public List<T> Records { get; }

    /// <summary>How many resources a page may hold.</summary>
    public int PageSize { get; }

    /// <summary>Whether there is another page.</summary>
    public bool HasNextPage() => !string.IsNullOrEmpty(_nextPageUri);

    /// <summary>The address of the next page.</summary>
    public string GetNextPageUrl(Domain domain) => $"https://{domain}.twilio.com{_nextPageUri}";

    internal static Page<T> Read(string json, string listName, Func<JsonFields, T> read) => JsonFields.Read(json, fields =>
    {
        var records = fields.Items(listName, read);
        return new Page<T>(records, fields.Integer("page_size") ?? records.Count, fields.Text("next_page_uri"));
    });
}

/// <summary>A list that asks for its next page when the last one is used up. Read it once.</summary>
/// <typeparam name="T">The resources in the list.</typeparam>
public class ResourceSet<T> : IEnumerable<T>
    where T : Resource
{
    private readonly Page<T> _first;
    private readonly long _limit;
    private readonly ITwilioRestClient _client;
    private readonly Func<JsonFields, T> _read;
    private readonly string _listName;

    internal ResourceSet(Page<T> first, string listName, long? limit, ITwilioRestClient client, Func<JsonFields, T> read)
    {
        _first = first;
        _listName = listName;
        _limit = limit ?? long.MaxValue;
        _client = client;
        _read = read;
    }

    /// <summary>Whether further pages are asked for; true unless changed.</summary>
    public bool AutoPaging { get; set; } = true;

    /// <summary>Goes through the list. Between pages it waits for the network.</summary>
    public IEnumerator<T> GetEnumerator() => Records().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<T> Records()
    {
        var left = _limit;
        for (var page = _first; ; page = Next(page))
        {
            foreach (var record in page.Records)
            {
                if (left-- <= 0)
                    yield break;
                yield return record;
            }

            if (left <= 0 || !AutoPaging || !page.HasNextPage())
                yield break;
        }
    }

    private Page<T> Next(Page<T> page)
    {
        var response = _client.Request(new(Http.HttpMethod.Get, page.GetNextPageUrl(Domain.Api)));
        return Page<T>.Read(response.Content, _listName, _read);
    }
}
