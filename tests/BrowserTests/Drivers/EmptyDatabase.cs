using MentorCourseLti;
using MentorCourseLti.Data;

namespace BrowserTests.Drivers;

/// <summary>A database with all tables and nothing in them: made once, since its migrations take longer than a copy.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<Task<byte[]>> File = new(MakeAsync);

    public static async Task CopyToAsync(string path) => await System.IO.File.WriteAllBytesAsync(path, await File.Value);

    private static async Task<byte[]> MakeAsync()
    {
        using var folder = new TempFolder();
        string path = folder.File("empty.db");
        // Without the pool nothing of it stays in a journal beside the file.
        await using (var tool = MentorCourseBuilder.Build(["--MentorCourse:PublicUrl=https://mentor-course.example", "--MentorCourse:Database:Provider=Sqlite", $"--ConnectionStrings:MentorCourse=Data Source={path};Pooling=False"]))
            await DatabaseSetup.MigrateAsync(tool.Services, CancellationToken.None);
        return await System.IO.File.ReadAllBytesAsync(path);
    }
}
