using System.Globalization;
using MentorCourseLti.Data.Files;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Attachments;

namespace MentorCourseLti.Features.Archive;

/// <summary>Writes what one mentor made as files: a text for each work, with its attachments beside it, and one for each log.</summary>
public sealed class PortfolioArchive(FileStore store, PortfolioText text)
{
    /// <param name="folder">With a slash at its end; empty for the top.</param>
    public async Task WriteAsync(StreamedZip zip, string folder, Portfolio portfolio, string name, CourseTime time, ArchiveCount count, CancellationToken cancel)
    {
        var names = new UniqueNames();
        foreach (var (index, work) in portfolio.Works.Index())
        {
            string title = names.Take(string.Create(CultureInfo.InvariantCulture, $"{index + 1:00} {ArchiveName.Of(work.Activity.Title, "work")}"));
            var paths = PathsOf(work, $"{title} files/");
            await zip.AddAsync($"{folder}{title}.md", text.Of(work, name, time, file => paths.GetValueOrDefault(file.Id)), cancel);
            count.Works++;
            foreach (var file in work.Files)
                await AddAsync(zip, folder, file, paths.GetValueOrDefault(file.Id), count, cancel);
        }

        foreach (var log in portfolio.Logs)
        {
            await zip.AddAsync($"{folder}{names.Take($"log {ArchiveName.Of(log.Activity.Title, "")}".TrimEnd())}.md", text.Of(log, name, time), cancel);
            count.Entries += log.Entries.Count;
        }
    }

    /// <summary>Everything in one text, for whoever has no files.</summary>
    public string Of(Portfolio portfolio, string name, CourseTime time) =>
        string.Concat(portfolio.Works.Select(work => text.Of(work, name, time, _ => null)).Concat(portfolio.Logs.Select(log => text.Of(log, name, time))));

    /// <summary>Of those files that are there.</summary>
    private Dictionary<AttachmentId, string> PathsOf(PortfolioWork work, string folder)
    {
        var names = new UniqueNames();
        return work.Files.Where(file => File.Exists(store.PathOf(file.Id))).ToDictionary(file => file.Id, file => folder + names.Take(ArchiveName.OfFile(file.Name, "file")));
    }

    private async Task AddAsync(StreamedZip zip, string folder, Attachment file, string? path, ArchiveCount count, CancellationToken cancel)
    {
        if (path is null)
        {
            count.Missing++;
            return;
        }

        await using var content = File.OpenRead(store.PathOf(file.Id));
        await zip.AddAsync(folder + path, content, cancel);
        count.Files++;
    }
}

/// <summary>What has gone into an archive so far.</summary>
public sealed class ArchiveCount
{
    public int Works { get; set; }

    public int Entries { get; set; }

    public int Files { get; set; }

    /// <summary>Attachments whose file is lost.</summary>
    public int Missing { get; set; }
}
