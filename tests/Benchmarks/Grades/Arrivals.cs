using MentorCourseLti.Commands;
using MentorCourseLti.Commands.Samples;

namespace Benchmarks.Grades;

/// <summary>What the gradebook shows of a batch.</summary>
internal sealed record Arrivals(int Right, int Lost, int Wrong, int Twice, int TokenRequests, long ServiceCalls)
{
    public bool IsComplete => Lost == 0 && Wrong == 0 && Twice == 0;

    public static Arrivals Of(LmsState lms, IEnumerable<int> activities, int courses, int members)
    {
        var columns = lms.LineItems.Where(item => item.ResourceLinkId is not null).ToDictionary(item => item.ResourceLinkId!, StringComparer.Ordinal);
        int right = 0, lost = 0, wrong = 0, twice = 0;
        foreach (int activity in activities)
        {
            for (int student = 0; student < members; student++)
            {
                string subject = SampleNames.Student(student);
                if (!columns[SampleNames.Link(student % courses, activity)].Cells.TryGetValue(subject, out var cell) || cell.Posts == 0)
                    lost++;
                else if (cell.Score != ReleasedGrades.ScoreOf(activity, student) || cell.Comments is not [.., var last] || last.Text != ReleasedGrades.CommentOf(activity, subject))
                    wrong++;
                else if (cell.Posts + cell.RefusedPosts > 1)
                    twice++;
                else
                    right++;
            }
        }

        return new Arrivals(right, lost, wrong, twice, lms.TokenRequests.Values.Sum(), lms.ServiceCalls);
    }
}
