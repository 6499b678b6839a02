using System.Globalization;

namespace MentorCourseLti.Features.Archive;

/// <summary>The names in one folder. Whoever unpacks it may have a disk that knows no capitals.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name itself, or with a number.</summary>
    public string Take(string name)
    {
        string free = name;
        for (int number = 2; !taken.Add(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}");
        return free;
    }
}
