using System.IO.Compression;
using System.Text;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>An archive that somebody downloaded, unpacked.</summary>
internal sealed class TakenArchive(IReadOnlyList<(string Name, byte[] Content)> entries)
{
    public IReadOnlyList<string> Names { get; } = [.. entries.Select(entry => entry.Name)];

    public string Everything { get; } = string.Join('\n', entries.Select(entry => $"{entry.Name}\n{Encoding.UTF8.GetString(entry.Content)}"));

    public byte[] Bytes(string name) => entries.Single(entry => entry.Name == name).Content;

    public string Text(string name) => Encoding.UTF8.GetString(Bytes(name)).TrimStart('\uFEFF');

    public string FolderOf(string mentor)
    {
        string beginning = $"mentors/{mentor} ";
        string inside = Names.First(name => name.StartsWith(beginning, StringComparison.Ordinal));
        return inside[..(inside.IndexOf('/', beginning.Length) + 1)];
    }

    public static TakenArchive Unpack(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return new TakenArchive([.. zip.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })]);
    }
}

internal static class Downloading
{
    /// <summary>The answer as far as its head; whoever reads on gets the rest.</summary>
    public static Task<HttpResponseMessage> AsksFor(this Person person, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, person.At(path));
        request.Headers.Add("Cookie", person.Browser.CookiesFor(request.RequestUri!));
        return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static async Task<TakenArchive> TakesArchive(this Person person, string path)
    {
        using var answer = await person.AsksFor(path);
        string? type = answer.Content.Headers.ContentType?.MediaType;
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();
        type.ShouldBe("application/zip", Encoding.UTF8.GetString(bytes));
        return TakenArchive.Unpack(bytes);
    }

    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
}
