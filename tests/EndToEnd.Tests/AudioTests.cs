using System.Net;
using System.Net.Http.Headers;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;

namespace Infoline.EndToEnd.Tests;

public sealed class AudioTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recording_is_served_for_ever_under_the_hash_of_its_bytes_and_in_parts()
    {
        await using var line = await Line.OpensAsync(content);
        using var http = new HttpClient();
        var url = ((Played)await line.Dials().Hears("greeting.choose")).Url;
        var sound = Sound(await File.ReadAllBytesAsync(content.PathOf(Language.Polish, "greeting.choose"), Cancellation));

        var whole = await http.GetAsync(url, Cancellation);
        var file = await whole.Content.ReadAsByteArrayAsync(Cancellation);
        Sound(file).ShouldBe(sound);
        whole.Content.Headers.ContentType!.MediaType.ShouldBe("audio/wav");
        whole.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        url.AbsolutePath.ShouldContain(whole.Headers.ETag!.Tag.Trim('"'));

        var known = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { whole.Headers.ETag } } };
        (await http.SendAsync(known, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        var part = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(10, 19) } };
        var answer = await http.SendAsync(part, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await answer.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(file[10..20]);

        var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, url), Cancellation);
        head.Content.Headers.ContentLength.ShouldBe(file.Length);
    }

    [Theory]
    [InlineData("/audio/pl/greeting.choose.0000000000000000.wav")]
    [InlineData("/audio/pl/greeting.choose.wav")]
    [InlineData("/audio/de/greeting.choose.0000000000000000.wav")]
    [InlineData("/audio/pl/..%2f..%2fmenu.yaml")]
    [InlineData("/audio/pl/.wav")]
    public async Task Nothing_else_is_served(string path)
    {
        await using var line = await Line.OpensAsync(content);
        using var http = new HttpClient();

        (await http.GetAsync(new Uri(line.Address, path), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>The samples of a recording, without what is written about them.</summary>
    private static byte[] Sound(byte[] file) => file[(file.AsSpan().IndexOf("data"u8) + 8)..];
}
