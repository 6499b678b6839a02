namespace Lti.Grades.Internal;

/// <summary>
/// Which of a course's columns is the wanted one. A wrong "none" makes a duplicate, a wrong "this" overwrites somebody's grades.
/// </summary>
internal static class LineItemMatch
{
    /// <summary>Among the columns of the link itself.</summary>
    public static LineItem? OfLink(IEnumerable<LineItem> items, LineItem wanted)
    {
        LineItem? plain = null;
        LineItem? any = null;
        foreach (var item in items)
        {
            // Platforms may ignore a filter that they do not know.
            if (!Same(item.ResourceLinkId, wanted.ResourceLinkId))
                continue;
            if (Same(item.ResourceId, wanted.ResourceId) && Same(item.Tag, wanted.Tag))
                return item;
            if (item.ResourceId is null && item.Tag is null)
                plain ??= item;
            any ??= item;
        }

        // One that the LMS made for the link bears no mark of ours. One with another mark is another column of ours.
        return plain ?? (wanted.ResourceId is null && wanted.Tag is null ? any : null);
    }

    /// <summary>
    /// Among all columns, by our own marks. One of another link counts too, though last: an instructor may have made the link anew.
    /// </summary>
    public static LineItem? OfResource(IEnumerable<LineItem> items, LineItem wanted)
    {
        LineItem? ofAnotherLink = null;
        foreach (var item in items)
        {
            if (!Same(item.ResourceId, wanted.ResourceId) || !Same(item.Tag, wanted.Tag))
                continue;
            if (item.ResourceLinkId is null || Same(item.ResourceLinkId, wanted.ResourceLinkId))
                return item;
            ofAnotherLink ??= item;
        }

        return ofAnotherLink;
    }

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
