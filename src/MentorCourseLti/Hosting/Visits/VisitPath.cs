using MentorCourseLti.Data;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>The address of a visit, <c>/s/{visit}</c>: the path its cookie is scoped to and every link keeps.</summary>
internal static class VisitPath
{
    private const string Prefix = "/s/";
    private const int IdLength = 32;

    public static string Of(VisitId id) => $"{Prefix}{id}";

    public static bool TryRead(PathString path, out VisitId id, out PathString rest)
    {
        (id, rest) = (default, default);
        if (path.Value is not { } value || !value.StartsWith(Prefix, StringComparison.Ordinal) || value.Length < Prefix.Length + IdLength)
            return false;
        if (!Guid.TryParseExact(value.AsSpan(Prefix.Length, IdLength), "N", out var guid))
            return false;

        string after = value[(Prefix.Length + IdLength)..];
        if (after.Length > 0 && after[0] != '/')
            return false;
        (id, rest) = (new VisitId(guid), after);
        return true;
    }
}
