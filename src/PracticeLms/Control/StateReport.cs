using PracticeLms.Courses;
using PracticeLms.Gradebooks;
using PracticeLms.Services;
using PracticeLms.Troubles;

namespace PracticeLms.Control;

/// <summary>Reads the state out for scripts.</summary>
internal sealed class StateReport(Campus campus, Mischief mischief, ServiceAddresses addresses)
{
    public StateBody Of(IEnumerable<Course> courses) => new()
    {
        Manner = campus.Manner.Name,
        Trouble = mischief.Now.Kind.ToString().ToLowerInvariant(),
        TokenRequests = campus.Counters.TokenRequests,
        ServiceCalls = campus.Counters.ServiceCalls,
        ScorePosts = campus.Counters.ScorePosts,
        Launches = campus.Counters.Launches,
        LineItems = [.. courses.SelectMany(course => course.LineItems).Select(Of)],
    };

    private LineItemState Of(LineItem item) => new(
        item.CourseId,
        item.Id,
        addresses.LineItem(item),
        item.Label,
        item.ScoreMaximum,
        item.Facts.ResourceLinkId,
        item.Cells.ToDictionary(cell => cell.Key, cell => Of(cell.Value, item.ScoreMaximum), StringComparer.Ordinal));

    private static CellState Of(Cell cell, decimal maximum) => new()
    {
        Score = cell.Grade.Score,
        Maximum = maximum,
        Overridden = cell.Grade.IsOverridden,
        ToolScore = cell.Grade.ToolScore,
        Comments = cell.Grade.Comments,
        Timestamp = cell.Grade.Timestamp,
        ChangedAt = cell.Grade.ChangedAt,
        SubmittedAt = cell.Grade.SubmittedAt,
        GradingProgress = cell.Grade.GradingProgress,
        Posts = cell.Posts,
        RefusedPosts = cell.RefusedPosts,
        Submissions = cell.Grade.Submissions,
    };
}
