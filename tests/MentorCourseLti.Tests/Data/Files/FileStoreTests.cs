using MentorCourseLti.Data.Files;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Data.Files;

public sealed class FileStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mentor-course-files-").FullName;
    private readonly AttachmentId id = AttachmentId.New(TimeProvider.System.GetUtcNow());
    private readonly FileStore store;

    public FileStoreTests() => store = new FileStore(new FilesOptions(folder, MostFiles: 10, MostBytes: 1_000_000), TimeProvider.System);

    [Fact]
    public async Task A_file_is_stored_under_its_id_with_what_it_is()
    {
        var stored = await StoreAsync(id, SampleFiles.Png);
        stored.Kind.ShouldBe(FileKind.Png);
        stored.Size.ShouldBe(SampleFiles.Png.Length);
        stored.Digest.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(SampleFiles.Png)));
        (await File.ReadAllBytesAsync(store.PathOf(id), TestContext.Current.CancellationToken)).ShouldBe(SampleFiles.Png);
    }

    [Fact]
    public async Task Nothing_stays_of_a_file_that_is_not_taken()
    {
        (await StoreAsync(id, "<html>"u8.ToArray())).Kind.ShouldBeNull();
        AllFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_stays_of_an_upload_that_breaks_off()
    {
        await Should.ThrowAsync<EndOfStreamException>(() => store.StoreAsync(id, new BrokenStream(SampleFiles.Png), CancellationToken.None));
        AllFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_disk_is_called_by_its_name_and_nothing_stays()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Linux's device that is always full");
        string arriving = store.PathOfArriving(id);
        Directory.CreateDirectory(Path.GetDirectoryName(arriving)!);
        File.CreateSymbolicLink(arriving, "/dev/full");
        var exception = await Should.ThrowAsync<IOException>(() => StoreAsync(id, new byte[300_000]));
        DiskFull.Is(exception).ShouldBeTrue(exception.ToString());
        AllFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_that_no_row_names_go_after_two_days_and_no_others()
    {
        var (kept, orphan, fresh) = (id, AttachmentId.New(TimeProvider.System.GetUtcNow()), AttachmentId.New(TimeProvider.System.GetUtcNow()));
        foreach (var one in new[] { kept, orphan, fresh })
            await StoreAsync(one, SampleFiles.Png);
        string notOurs = Path.Combine(folder, "README");
        await File.WriteAllTextAsync(notOurs, "by the administrator", TestContext.Current.CancellationToken);
        foreach (string path in new[] { store.PathOf(kept), store.PathOf(orphan), notOurs })
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime - FileStore.KeptWithoutRow - TimeSpan.FromMinutes(1));

        store.Sweep(new HashSet<AttachmentId> { kept }).ShouldBe(1);
        AllFiles().Order().ShouldBe(new[] { store.PathOf(kept), store.PathOf(fresh), notOurs }.Order());
    }

    [Fact]
    public async Task A_copy_of_an_old_file_is_as_young_as_one_that_arrives()
    {
        await StoreAsync(id, SampleFiles.Png);
        File.SetLastWriteTimeUtc(store.PathOf(id), TimeProvider.System.GetUtcNow().UtcDateTime - FileStore.KeptWithoutRow - TimeSpan.FromDays(300));
        var copy = AttachmentId.New(TimeProvider.System.GetUtcNow());
        store.TryCopy(id, copy).ShouldBeTrue();
        store.Sweep(new HashSet<AttachmentId> { id }).ShouldBe(0);
        (await File.ReadAllBytesAsync(store.PathOf(copy), TestContext.Current.CancellationToken)).ShouldBe(SampleFiles.Png);
        store.TryCopy(AttachmentId.New(TimeProvider.System.GetUtcNow()), AttachmentId.New(TimeProvider.System.GetUtcNow())).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<StoredFile> StoreAsync(AttachmentId name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await store.StoreAsync(name, stream, TestContext.Current.CancellationToken);
    }

    private string[] AllFiles() => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

    /// <summary>A connection that breaks after what has come.</summary>
    private sealed class BrokenStream(byte[] first) : MemoryStream(first)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw new EndOfStreamException("The other side hung up.");
        }
    }
}
