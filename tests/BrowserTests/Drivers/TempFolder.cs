namespace BrowserTests.Drivers;

/// <summary>A folder that goes when its test is over.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mentor-course-");

    public string Path => folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A program that is just ending wrote a last file. The system empties its folder of temporary files.
        }
    }
}
