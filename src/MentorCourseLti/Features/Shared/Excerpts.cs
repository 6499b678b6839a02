namespace MentorCourseLti.Features.Shared;

public static class Excerpts
{
    /// <summary>The beginning of a text on one line, cut between words.</summary>
    public static string Excerpt(this string text, int longest)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= longest)
            return line;
        int end = line.LastIndexOf(' ', longest);
        return $"{line[..(end > 0 ? end : longest)]}…";
    }
}
